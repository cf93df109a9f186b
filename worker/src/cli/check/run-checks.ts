import type { ConnectOptions } from '../../camunda/connect.ts';
import { checkCredentials, type CredentialsCheck } from './check-credentials.ts';
import { checkGateway } from './check-gateway.ts';
import type { Finding } from './finding.ts';

export type CheckOptions = ConnectOptions & CredentialsCheck;

/** Checks what the worker needs, all at the same time. */
export function runChecks(options: CheckOptions): Promise<readonly Finding[]> {
  return Promise.all([checkGateway(options), checkCredentials(options)]);
}
