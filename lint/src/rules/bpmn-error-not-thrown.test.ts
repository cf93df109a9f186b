import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/bpmn-error-not-thrown.ts';
import { rule } from './bpmn-error-not-thrown.ts';

testRule(rule, examples);
