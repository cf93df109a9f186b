import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/time-format.ts';
import { rule } from './time-format.ts';

testRule(rule, examples);
