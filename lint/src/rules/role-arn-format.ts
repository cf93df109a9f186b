import { checkRoleArn } from '@eventbridge-kit/eventbridge';
import { fieldRule } from '../rule/field-rule.ts';

export const rule = fieldRule({
  id: 'role-arn-format',
  title: 'Not the ARN of a role',
  severity: 'error',
  field: 'authentication.roleArn',
  check: checkRoleArn,
});
