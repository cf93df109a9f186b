import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/idempotency-field-taken.ts';
import { rule } from './idempotency-field-taken.ts';

testRule(rule, examples);
