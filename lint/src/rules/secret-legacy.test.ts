import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-legacy.ts';
import { rule } from './secret-legacy.ts';

testRule(rule, examples);
