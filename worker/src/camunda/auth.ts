import type { Connection } from '../network/http-call.ts';
import type { Authorization, AuthorizationHeaders } from './authorization.ts';
import { CamundaError } from './camunda-error.ts';
import { createOAuth } from './oauth.ts';

/**
 * Settings by the environment names of Camunda's clients. Blank ones count as absent.
 * https://camunda.github.io/camunda-8-js-sdk/
 */
export type CamundaAuthSettings = Readonly<Partial<Record<AuthVariable, string>>> & {
  /** Default: OAUTH, BASIC or BEARER, the first for which something is set, else NONE. */
  readonly CAMUNDA_AUTH_STRATEGY?: AuthStrategy;
};

export const AUTH_STRATEGIES = ['NONE', 'BASIC', 'OAUTH', 'BEARER'] as const;

export type AuthStrategy = (typeof AUTH_STRATEGIES)[number];

/** What each strategy cannot do without. */
const NEEDS = {
  OAUTH: ['CAMUNDA_OAUTH_URL', 'ZEEBE_CLIENT_ID', 'ZEEBE_CLIENT_SECRET'],
  BASIC: ['CAMUNDA_BASIC_AUTH_USERNAME', 'CAMUNDA_BASIC_AUTH_PASSWORD'],
  BEARER: ['CAMUNDA_OAUTH_TOKEN'],
  NONE: [],
} as const satisfies Readonly<Record<AuthStrategy, readonly string[]>>;

type AuthVariable = (typeof NEEDS)[AuthStrategy][number] | 'CAMUNDA_ZEEBE_OAUTH_AUDIENCE' | 'CAMUNDA_TOKEN_SCOPE';

/** Gives a setting that is there. */
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

/** The authorization of calls to a gateway. What is missing shows on the first call, all of it at once. */
export function createAuthorization(settings: CamundaAuthSettings, connection: Connection): Authorization {
  const valueOf = (name: AuthVariable): string => settings[name]?.trim() ?? '';
  const strategy = settings.CAMUNDA_AUTH_STRATEGY ?? impliedStrategy(valueOf);
  const need: Need = (name) => {
    const missing = NEEDS[strategy].filter((one) => valueOf(one) === '');
    if (missing.length > 0) throw incomplete(strategy, missing);
    return valueOf(name);
  };
  return STRATEGIES[strategy](need, settings, connection);
}

/** A strategy of which something is set is meant, even where something is missing: a call without a token would hide it. */
function impliedStrategy(valueOf: Need): AuthStrategy {
  const strategies = ['OAUTH', 'BASIC', 'BEARER'] as const;
  return strategies.find((one) => NEEDS[one].some((name) => valueOf(name) !== '')) ?? 'NONE';
}

function incomplete(strategy: AuthStrategy, missing: readonly string[]): CamundaError {
  const names = new Intl.ListFormat('en').format(missing);
  return new CamundaError(
    'unauthorized',
    'AUTHENTICATION',
    `${strategy} needs what is not set: ${names}`,
    `Set ${names}, or CAMUNDA_AUTH_STRATEGY to another of ${AUTH_STRATEGIES.join(', ')}.`,
  );
}

function fixed(make: () => AuthorizationHeaders): Authorization {
  let known: AuthorizationHeaders | undefined;
  // eslint-disable-next-line @typescript-eslint/require-await -- what is missing rejects, it does not throw
  const first = async (): Promise<AuthorizationHeaders> => (known = make());
  return {
    headers: () => known ?? first(),
    refused: () => undefined,
  };
}
