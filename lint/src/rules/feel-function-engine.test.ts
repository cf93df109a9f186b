import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/feel-function-engine.ts';
import { rule } from './feel-function-engine.ts';

testRule(rule, examples);
