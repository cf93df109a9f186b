import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/unknown-choice.ts';
import { rule } from './unknown-choice.ts';

testRule(rule, examples);
