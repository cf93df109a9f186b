import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-name.ts';
import { rule } from './secret-name.ts';

testRule(rule, examples);
