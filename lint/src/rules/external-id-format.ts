import { checkExternalId } from '@eventbridge-kit/eventbridge';
import { fieldRule } from '../rule/field-rule.ts';

export const rule = fieldRule({
  id: 'external-id-format',
  title: 'Not an external id',
  severity: 'error',
  field: 'authentication.externalId',
  check: checkExternalId,
});
