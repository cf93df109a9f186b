import type { Issue } from '@eventbridge-kit/connector';
import type { SendIdentity } from './identity.ts';

/** What a diagram may make the worker do with AWS, beyond sending to a region. */
export interface AwsPolicy {
  /** Whether a task may name this endpoint; it is https already, or on this machine. */
  allowEndpoint(endpoint: string): boolean;
  /** Whether a task may have this role assumed. */
  allowRole(arn: string): boolean;
}

/** Allows what the fields' own checks let through. */
export const openPolicy: AwsPolicy = { allowEndpoint: () => true, allowRole: () => true };

/** What a task asks for and the operator has not allowed. */
export function checkPolicy({ endpoint, role }: SendIdentity, policy: AwsPolicy): Issue[] {
  return [
    ...(endpoint !== undefined && !policy.allowEndpoint(endpoint)
      ? [refusal('endpoint-not-allowed', 'configuration.endpoint', 'The endpoint', endpoint)]
      : []),
    ...(role !== undefined && !policy.allowRole(role.arn)
      ? [refusal('role-not-allowed', 'authentication.roleArn', 'The role', role.arn)]
      : []),
  ];
}

function refusal(rule: string, field: string, what: string, found: string): Issue {
  return {
    rule,
    severity: 'error',
    field,
    message: `${what} is not allowed here: found "${found}". Use one that the operator of the worker allows, or leave the field empty.`,
  };
}
