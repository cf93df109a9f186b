import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-arity.ts';
import { rule } from './feel-arity.ts';

testRule(rule, examples);
