import type { Connection } from '../network/call-http.ts';
import type { Authorization } from './authorization.ts';
import { CamundaError } from './camunda-error.ts';
import { createOAuth } from './oauth.ts';

/**
 * Settings by the environment names of Camunda's clients. Blank ones count as absent.
 * https://camunda.github.io/camunda-8-js-sdk/
 */
export type CamundaAuthSettings = Readonly<Partial<Record<AuthVariable, string>>> & {
  /** Default: OAUTH where an OAuth address and a client id are set, else NONE. */
  readonly CAMUNDA_AUTH_STRATEGY?: AuthStrategy;
};

export const AUTH_STRATEGIES = ['NONE', 'BASIC', 'OAUTH', 'BEARER'] as const;

export type AuthStrategy = (typeof AUTH_STRATEGIES)[number];

/** The variables of the environment that authenticate, without the strategy's own. */
export const AUTH_VARIABLES = [
  'CAMUNDA_BASIC_AUTH_USERNAME',
  'CAMUNDA_BASIC_AUTH_PASSWORD',
  'ZEEBE_CLIENT_ID',
  'ZEEBE_CLIENT_SECRET',
  'CAMUNDA_OAUTH_URL',
  'CAMUNDA_OAUTH_TOKEN',
  'CAMUNDA_ZEEBE_OAUTH_AUDIENCE',
  'CAMUNDA_TOKEN_SCOPE',
] as const;

export type AuthVariable = (typeof AUTH_VARIABLES)[number];

/** Gives a setting, or throws a `CamundaError` that names the variable. */
type Need = (name: AuthVariable) => string;

type Create = (need: Need, settings: CamundaAuthSettings, connection: Connection) => Authorization;

const STRATEGIES: Readonly<Record<AuthStrategy, Create>> = {
  NONE: () => fixed(() => ({})),
  BASIC: (need) =>
    fixed(() => {
      const pair = `${need('CAMUNDA_BASIC_AUTH_USERNAME')}:${need('CAMUNDA_BASIC_AUTH_PASSWORD')}`;
      return { authorization: `Basic ${Buffer.from(pair).toString('base64')}` };
    }),
  BEARER: (need) => fixed(() => ({ authorization: `Bearer ${need('CAMUNDA_OAUTH_TOKEN')}` })),
  OAUTH: (need, settings, connection) =>
    createOAuth(
      () => ({
        url: need('CAMUNDA_OAUTH_URL'),
        clientId: need('ZEEBE_CLIENT_ID'),
        clientSecret: need('ZEEBE_CLIENT_SECRET'),
        audience: settings.CAMUNDA_ZEEBE_OAUTH_AUDIENCE,
        scope: settings.CAMUNDA_TOKEN_SCOPE,
      }),
      connection,
    ),
};

/** The authorization of calls to a gateway. What is missing shows on the first call. */
export function createAuthorization(settings: CamundaAuthSettings, connection: Connection): Authorization {
  const strategy = strategyOf(settings);
  const need: Need = (name) => {
    const value = settings[name]?.trim() ?? '';
    if (value !== '') return value;
    throw new CamundaError(
      'unauthorized',
      'AUTHENTICATION',
      `${strategy} needs ${name}, which is not set`,
      `Set ${name}.`,
    );
  };
  return STRATEGIES[strategy](need, settings, connection);
}

function strategyOf(settings: CamundaAuthSettings): AuthStrategy {
  if (settings.CAMUNDA_AUTH_STRATEGY !== undefined) return settings.CAMUNDA_AUTH_STRATEGY;
  return settings.CAMUNDA_OAUTH_URL !== undefined && settings.ZEEBE_CLIENT_ID !== undefined ? 'OAUTH' : 'NONE';
}

function fixed(headers: () => Readonly<Record<string, string>>): Authorization {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- what is missing rejects, it does not throw
    headers: async () => headers(),
    refused: () => undefined,
  };
}
