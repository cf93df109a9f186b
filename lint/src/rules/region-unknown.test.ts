import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/region-unknown.ts';
import { rule } from './region-unknown.ts';

testRule(rule, examples);
