import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/session-token-required.ts';
import { rule } from './session-token-required.ts';

testRule(rule, examples);
