import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { classifyFailure } from '../batch/classify-failure.ts';
import { awsErrorFacts } from './errors.ts';
import { createRequestHandler } from './request-handler.ts';

export interface ChainKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
}

/** What the environment offers. */
export type ChainResult =
  | { readonly status: 'found'; readonly keys: ChainKeys }
  /** Nothing in the environment names credentials, and none were found. */
  | { readonly status: 'none' }
  /** A setting names credentials, and gives none; `passing`: the network or AWS failed, which another try may mend. */
  | { readonly status: 'failed'; readonly setting: string; readonly error: string; readonly passing: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that name credentials: with one of them, having none is a mistake. */
// https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
const NAMING = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
];

/** The setting by which the environment names credentials; undefined where tasks must bring their own, or the machine does. */
export function namingSetting(env: Environment): string | undefined {
  return NAMING.find((name) => (env[name] ?? '') !== '');
}

/** Gets credentials from the default chain once, as the first event would. The SDK reads the process's own environment. */
export async function resolveDefaultChain(env: Environment): Promise<ChainResult> {
  const requestHandler = createRequestHandler();
  try {
    return { status: 'found', keys: await fromNodeProviderChain({ clientConfig: { requestHandler } })() };
  } catch (error) {
    const setting = namingSetting(env);
    if (setting === undefined) return { status: 'none' };
    const { kind } = classifyFailure(error, false);
    return {
      status: 'failed',
      setting,
      error: awsErrorFacts(error).name,
      passing: kind === 'transient' || kind === 'throttled',
    };
  } finally {
    requestHandler.destroy();
  }
}

/** What to do where a setting names credentials and gives none. */
export function chainProblem({ setting, error }: Extract<ChainResult, { readonly status: 'failed' }>): string {
  return `${setting} is set, but gives no credentials (${error}).`;
}
