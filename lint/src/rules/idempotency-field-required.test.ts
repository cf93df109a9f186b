import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/idempotency-field-required.ts';
import { rule } from './idempotency-field-required.ts';

testRule(rule, examples);
