import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/result-variable-local.ts';
import { rule } from './result-variable-local.ts';

testRule(rule, examples);
