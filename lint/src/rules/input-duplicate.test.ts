import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/input-duplicate.ts';
import { rule } from './input-duplicate.ts';

testRule(rule, examples);
