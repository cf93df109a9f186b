import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-type-required.ts';
import { rule } from './detail-type-required.ts';

testRule(rule, examples);
