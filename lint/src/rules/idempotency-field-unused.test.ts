import { testRule } from '../../test/test-rule.ts';
import { examples } from '../../test/rules/idempotency-field-unused.ts';
import { rule } from './idempotency-field-unused.ts';

testRule(rule, examples);
