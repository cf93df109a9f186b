import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-index-zero.ts';
import { rule } from './feel-index-zero.ts';

testRule(rule, examples);
