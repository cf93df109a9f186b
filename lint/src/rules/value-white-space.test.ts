import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/value-white-space.ts';
import { rule } from './value-white-space.ts';

testRule(rule, examples);
