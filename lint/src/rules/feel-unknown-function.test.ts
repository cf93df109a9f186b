import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-unknown-function.ts';
import { rule } from './feel-unknown-function.ts';

testRule(rule, examples);
