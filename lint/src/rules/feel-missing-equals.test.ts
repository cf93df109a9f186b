import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-missing-equals.ts';
import { rule } from './feel-missing-equals.ts';

testRule(rule, examples);
