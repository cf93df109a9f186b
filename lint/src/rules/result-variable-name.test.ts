import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/result-variable-name.ts';
import { rule } from './result-variable-name.ts';

testRule(rule, examples);
