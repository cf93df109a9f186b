import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/bpmn-error-uncaught.ts';
import { rule } from './bpmn-error-uncaught.ts';

testRule(rule, examples);
