import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-not-here.ts';
import { rule } from './secret-not-here.ts';

testRule(rule, examples);
