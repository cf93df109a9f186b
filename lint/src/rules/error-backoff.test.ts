import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/error-backoff.ts';
import { rule } from './error-backoff.ts';

testRule(rule, examples);
