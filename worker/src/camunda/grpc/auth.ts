import { CamundaError } from '../camunda-error.ts';

/** Headers of one call. */
export type CallHeaders = () => Promise<Readonly<Record<string, string>>>;

/**
 * Settings of Camunda's SDK by their environment names, handed to it as they are. Blank ones count as absent.
 * https://camunda.github.io/camunda-8-js-sdk/
 */
export type CamundaAuthSettings = Readonly<Partial<Record<AuthVariable, string>>> & {
  /** Default: OAUTH where an OAuth address and a client id are set, else NONE. */
  readonly CAMUNDA_AUTH_STRATEGY?: AuthStrategy;
};

export const AUTH_STRATEGIES = ['NONE', 'BASIC', 'OAUTH', 'BEARER'] as const;

export type AuthStrategy = (typeof AUTH_STRATEGIES)[number];

export type AuthVariable =
  | 'CAMUNDA_BASIC_AUTH_USERNAME'
  | 'CAMUNDA_BASIC_AUTH_PASSWORD'
  | 'ZEEBE_CLIENT_ID'
  | 'ZEEBE_CLIENT_SECRET'
  | 'CAMUNDA_OAUTH_URL'
  | 'CAMUNDA_OAUTH_TOKEN'
  | 'CAMUNDA_ZEEBE_OAUTH_AUDIENCE'
  | 'CAMUNDA_TOKEN_SCOPE';

/** The authorization headers for the gateway. The SDK is loaded only where there is something to authorize with. */
export function authHeaders(settings: CamundaAuthSettings): CallHeaders {
  if (strategyOf(settings) === 'NONE') return () => Promise.resolve({});
  let provider: Promise<{ getHeaders(audience: 'ZEEBE'): Promise<object> }> | undefined;
  return async () => {
    try {
      provider ??= loadProvider(settings);
      const headers = await (await provider).getHeaders('ZEEBE');
      return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new CamundaError('unauthorized', 'AUTHENTICATION', `the credentials were not accepted: ${reason}`);
    }
  };
}

function strategyOf(settings: CamundaAuthSettings): AuthStrategy {
  if (settings.CAMUNDA_AUTH_STRATEGY !== undefined) return settings.CAMUNDA_AUTH_STRATEGY;
  return settings.CAMUNDA_OAUTH_URL !== undefined && settings.ZEEBE_CLIENT_ID !== undefined ? 'OAUTH' : 'NONE';
}

async function loadProvider(settings: CamundaAuthSettings) {
  const { CamundaEnvironmentConfigurator, constructOAuthProvider } = await import('@camunda8/sdk/dist/lib/index.js');
  const configuration = CamundaEnvironmentConfigurator.mergeConfigWithEnvironment({
    ...settings,
    CAMUNDA_AUTH_STRATEGY: strategyOf(settings),
    // What goes wrong is told once, by the worker's own log.
    CAMUNDA_LOG_LEVEL: 'none',
    // A worker's file system may be read-only.
    CAMUNDA_TOKEN_DISK_CACHE_DISABLE: true,
  });
  return constructOAuthProvider(configuration, { explicitFromConstructor: true });
}
