import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/input-unknown.ts';
import { rule } from './input-unknown.ts';

testRule(rule, examples);
