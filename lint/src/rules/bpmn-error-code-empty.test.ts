import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/bpmn-error-code-empty.ts';
import { rule } from './bpmn-error-code-empty.ts';

testRule(rule, examples);
