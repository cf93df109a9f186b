import { GetCallerIdentityCommand, STSClient, STSServiceException } from '@aws-sdk/client-sts';
import { ANY_REGION, chainProblem, environmentRegion, resolveDefaultChain } from '../../aws/default-chain.ts';
import { awsErrorFacts } from '../../aws/errors.ts';
import { createRequestHandler } from '../../aws/request-handler.ts';
import type { Finding } from './finding.ts';

export interface CredentialsCheck {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stsEndpoint: string | undefined;
  readonly timeoutMs: number;
}

const NAME = 'AWS credentials';

const NO_REGION =
  'not judged, since no region is set: set AWS_REGION, so that the STS of the right partition is asked.';

/** Whether the default chain of this environment gives credentials, and whose they are. */
export async function checkCredentials({ env, stsEndpoint, timeoutMs }: CredentialsCheck): Promise<Finding> {
  const chain = await resolveDefaultChain(env);
  if (chain.status === 'none')
    return { name: NAME, status: 'note', text: 'none in this environment: tasks must bring their own keys.' };
  if (chain.status === 'failed') return { name: NAME, status: 'failed', text: `${chainProblem(chain)} Correct it.` };
  if (chain.status === 'unjudged') return { name: NAME, status: 'note', text: `STS gives them; ${NO_REGION}` };
  const { keys } = chain;
  const region = (await environmentRegion(env)) ?? (stsEndpoint === undefined ? undefined : ANY_REGION);
  if (region === undefined) return { name: NAME, status: 'note', text: `found; ${NO_REGION}` };
  const asked = stsEndpoint === undefined ? `the STS of ${region}` : `STS at ${stsEndpoint}`;
  const sts = new STSClient({
    region,
    credentials: keys,
    requestHandler: createRequestHandler({ requestTimeoutMs: timeoutMs }),
    maxAttempts: 1,
    ...(stsEndpoint !== undefined && { endpoint: stsEndpoint }),
  });
  try {
    // It tells whose keys these are, and needs no permission.
    // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    const { Arn = 'an identity without a name' } = await sts.send(new GetCallerIdentityCommand());
    return { name: NAME, status: 'ok', text: `default chain: ${Arn}` };
  } catch (error) {
    const { name, status } = awsErrorFacts(error);
    if (error instanceof STSServiceException && status !== undefined) {
      const text = `STS refuses them: ${name} (HTTP ${status}). Check the keys and this machine's clock.`;
      return { name: NAME, status: 'failed', text };
    }
    return { name: NAME, status: 'note', text: `found, but ${asked} cannot be asked whose they are (${name}).` };
  } finally {
    sts.destroy();
  }
}
