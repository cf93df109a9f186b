import type { Operation } from '../operations/operation.ts';

/** Says who signed the call. */
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
export const getCallerIdentity: Operation = {
  name: 'GetCallerIdentity',
  run: ({ principal }) => ({ Arn: principal.arn, UserId: principal.userId, Account: principal.accountId }),
};
