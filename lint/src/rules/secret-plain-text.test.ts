import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-plain-text.ts';
import { rule } from './secret-plain-text.ts';

testRule(rule, examples);
