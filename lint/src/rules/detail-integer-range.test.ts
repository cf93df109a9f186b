import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-integer-range.ts';
import { rule } from './detail-integer-range.ts';

testRule(rule, examples);
