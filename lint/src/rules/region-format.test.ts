import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/region-format.ts';
import { rule } from './region-format.ts';

testRule(rule, examples);
