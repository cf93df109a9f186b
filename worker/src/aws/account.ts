import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AccountAnswer, SendIdentity } from '@eventbridge-kit/event-job';
import { credentialsFor } from './credentials.ts';
import { awsErrorFacts } from './errors.ts';
import { createRequestHandler } from './request-handler.ts';

/** A person waits for it, in milliseconds. */
const TIMEOUT_MS = 5_000;

/** Asks AWS whose keys an identity has. No permission is needed for that. Never rejects. */
// https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
export async function accountOf(identity: SendIdentity, stsEndpoint: string | undefined): Promise<AccountAnswer> {
  const requestHandler = createRequestHandler({ connectTimeoutMs: TIMEOUT_MS, requestTimeoutMs: TIMEOUT_MS });
  const sts = new STSClient({
    region: identity.region,
    credentials: credentialsFor(identity, { requestHandler, stsEndpoint }),
    requestHandler,
    maxAttempts: 1,
    ...(stsEndpoint !== undefined && { endpoint: stsEndpoint }),
  });
  try {
    const { Account: id, Arn: arn } = await sts.send(new GetCallerIdentityCommand());
    if (id !== undefined && arn !== undefined) return { known: true, id, arn };
    return { known: false, message: 'AWS does not say whose keys these are.' };
  } catch (error) {
    const { name, status } = awsErrorFacts(error);
    const http = status === undefined ? '' : `, HTTP ${status}`;
    return { known: false, message: `AWS does not say whose keys these are (${name}${http}).` };
  } finally {
    sts.destroy();
  }
}
