import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/wrong-type.ts';
import { rule } from './wrong-type.ts';

testRule(rule, examples);
