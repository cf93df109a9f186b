import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/expression-variable-unknown.ts';
import { rule } from './expression-variable-unknown.ts';

testRule(rule, examples);
