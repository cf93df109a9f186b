import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/region-required.ts';
import { rule } from './region-required.ts';

testRule(rule, examples);
