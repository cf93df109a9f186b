import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-syntax.ts';
import { rule } from './feel-syntax.ts';

testRule(rule, examples);
