import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/credentials-required.ts';
import { rule } from './credentials-required.ts';

testRule(rule, examples);
