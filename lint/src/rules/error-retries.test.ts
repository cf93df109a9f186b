import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/error-retries.ts';
import { rule } from './error-retries.ts';

testRule(rule, examples);
