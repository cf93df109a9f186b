import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/secret-deprecated.ts';
import { rule } from './secret-deprecated.ts';

testRule(rule, examples);
