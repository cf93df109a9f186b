import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-type-too-long.ts';
import { rule } from './detail-type-too-long.ts';

testRule(rule, examples);
