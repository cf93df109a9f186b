import { foreignKeys, type Keys } from '@eventbridge-kit/event-job';
import { fromNodeProviderChain } from '@aws-sdk/credential-providers';
import { loadConfig, NODE_REGION_CONFIG_FILE_OPTIONS, NODE_REGION_CONFIG_OPTIONS } from '@smithy/core/config';
import type { NodeHttpHandler } from '@smithy/node-http-handler';
import { classifyFailure } from './put-events/classify-failure.ts';
import { awsErrorFacts } from './errors.ts';
import { createRequestHandler } from './request-handler.ts';

/** The environment's credentials as the SDK finds them; the provider caches and renews by itself. */
export type DefaultChain = ReturnType<typeof fromNodeProviderChain>;

/** Keys that hold what no key has are refused here, before a request is made of them. */
class EnvironmentKeyError extends Error {
  override readonly name = 'InvalidCredentials';
}

/** The default chain of this process. */
export function defaultChain({ requestHandler }: { readonly requestHandler: NodeHttpHandler }): DefaultChain {
  const chain = fromNodeProviderChain({ clientConfig: { requestHandler } });
  return async (caller) => {
    const keys = await chain(caller);
    const [foreign] = foreignKeys(keys);
    if (foreign) throw new EnvironmentKeyError(`the ${foreign.name} of the worker's environment has ${foreign.found}`);
    return keys;
  };
}

/** What the environment offers. */
export type ChainResult =
  | { readonly status: 'found'; readonly keys: Keys }
  /** Nothing in the environment names credentials, and none were found. */
  | { readonly status: 'none' }
  /** STS must be asked for them, and no setting names the region: tasks do. */
  | { readonly status: 'unjudged' }
  /** A setting names credentials, and gives none; `passing`: the network or AWS failed, which another try may overcome. */
  | { readonly status: 'failed'; readonly setting: string; readonly error: string; readonly passing: boolean };

type Environment = Readonly<Record<string, string | undefined>>;

/** Settings that name credentials: with one of them, having none is a mistake. */
// https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
const NAMING = [
  'AWS_ACCESS_KEY_ID',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
];

/** Settings that give nothing without another one. */
const OTHER_HALF: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: 'AWS_SECRET_ACCESS_KEY',
  AWS_SECRET_ACCESS_KEY: 'AWS_ACCESS_KEY_ID',
  AWS_WEB_IDENTITY_TOKEN_FILE: 'AWS_ROLE_ARN',
};

/** The setting by which the environment names credentials; undefined where tasks must bring their own, or the machine does. */
export function namingSetting(env: Environment): string | undefined {
  return NAMING.find((name) => isSet(env, name));
}

/** Where the operator names the address of STS himself, its calls are signed for this region unless one is set. */
export const ANY_REGION = 'us-east-1';

// https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
const STS_ADDRESSES = ['AWS_ENDPOINT_URL_STS', 'AWS_ENDPOINT_URL'];

function isSet(env: Environment, name: string): boolean {
  return (env[name] ?? '') !== '';
}

/** No region is set, so that the STS of the right partition cannot be known. */
class NoRegionError extends Error {}

/**
 * The region of this environment: by its variables, the one of other SDKs included, or by its profile, which the SDK reads
 * from this process's own environment. Undefined where no setting names one.
 */
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html
export async function environmentRegion(env: Environment): Promise<string | undefined> {
  const region = [env['AWS_REGION'], env['AWS_DEFAULT_REGION']].find((value) => (value ?? '') !== '');
  return (
    region ?? (await loadConfig(NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS)().catch(() => undefined))
  );
}

/**
 * Gets credentials from the default chain once, as the first event would. The SDK reads the process's own environment. Where
 * STS must be asked, it is the one of the environment's region, never one that the SDK guesses.
 */
export async function resolveDefaultChain(env: Environment): Promise<ChainResult> {
  const requestHandler = createRequestHandler();
  try {
    const region = async (): Promise<string> =>
      (await environmentRegion(env)) ??
      (STS_ADDRESSES.some((name) => isSet(env, name)) ? ANY_REGION : Promise.reject(new NoRegionError()));
    const keys = await defaultChain({ requestHandler })({ callerClientConfig: { region } });
    return { status: 'found', keys };
  } catch (error) {
    if (error instanceof NoRegionError) return { status: 'unjudged' };
    const setting = namingSetting(env);
    if (setting === undefined) return { status: 'none' };
    const half = OTHER_HALF[setting];
    if (half !== undefined && !isSet(env, half))
      return { status: 'failed', setting, error: `${half} is not set`, passing: false };
    const { kind } = classifyFailure(error, false);
    return {
      status: 'failed',
      setting,
      error: error instanceof EnvironmentKeyError ? error.message : awsErrorFacts(error).name,
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
