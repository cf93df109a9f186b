import { chainProblem, resolveDefaultChain } from '../../aws/default-chain.ts';
import { awsErrorFacts } from '../../aws/errors.ts';
import { getCallerIdentity } from './caller-identity.ts';
import type { Finding } from './finding.ts';

export interface CredentialsCheck {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stsEndpoint: string | undefined;
  readonly timeoutMs: number;
}

const NAME = 'AWS credentials';

/** Whether the default chain of this environment gives credentials, and whose they are. */
export async function checkCredentials({ env, stsEndpoint, timeoutMs }: CredentialsCheck): Promise<Finding> {
  const chain = await resolveDefaultChain(env);
  if (chain.status === 'none')
    return { name: NAME, status: 'note', text: 'none in this environment: tasks must bring their own keys.' };
  if (chain.status === 'failed') return { name: NAME, status: 'failed', text: `${chainProblem(chain)} Correct it.` };
  const { keys } = chain;
  // STS answers in every region; the profile's own region does not matter here.
  const region = env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  const endpoint =
    stsEndpoint ?? `https://sts.${region}.${region.startsWith('cn-') ? 'amazonaws.com.cn' : 'amazonaws.com'}`;
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
