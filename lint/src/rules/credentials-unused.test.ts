import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/credentials-unused.ts';
import { rule } from './credentials-unused.ts';

testRule(rule, examples);
