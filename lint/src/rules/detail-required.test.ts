import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/detail-required.ts';
import { rule } from './detail-required.ts';

testRule(rule, examples);
