import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/variable-hidden.ts';
import { rule } from './variable-hidden.ts';

testRule(rule, examples);
