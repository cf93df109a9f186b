import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ANY_REGION, chainProblem, environmentRegion, resolveDefaultChain } from '../../aws/default-chain.ts';
import { awsErrorFacts } from '../../aws/errors.ts';
import { getCallerIdentity } from './caller-identity.ts';
import type { Finding } from './finding.ts';

export interface CredentialsCheck {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stsEndpoint: string | undefined;
  readonly timeoutMs: number;
}

const NAME = 'AWS credentials';

const NO_REGION =
  'not judged, since no region is set: set AWS_REGION, so that the STS of the right partition is asked.';

/** STS of a region, in the partition that the SDK's own rules know it to be in: beside EventBridge. */
export function stsAddress(region: string): string {
  const client = new EventBridgeClient({ region });
  const { url } = client.config.endpointProvider({ Region: region, UseDualStack: false, UseFIPS: false });
  client.destroy();
  return `https://${url.hostname.replace(/^events\./, 'sts.')}`;
}

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
  const endpoint = stsEndpoint ?? stsAddress(region);
  try {
    const identity = await getCallerIdentity(keys, { endpoint, region, nowMs: Date.now(), timeoutMs });
    if (identity.ok) return { name: NAME, status: 'ok', text: `default chain: ${identity.arn}` };
    const text = `STS refuses them: ${identity.code} (HTTP ${identity.status}). Check the keys and this machine's clock.`;
    return { name: NAME, status: 'failed', text };
  } catch (error) {
    const { name } = awsErrorFacts(error);
    return {
      name: NAME,
      status: 'note',
      text: `found, but STS at ${endpoint} cannot be asked whose they are (${name}).`,
    };
  }
}
