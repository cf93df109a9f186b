import type { SecretProvider } from '@eventbridge-kit/event-job';

/**
 * The prefix that a variable needs to be a secret: without one, every variable of the worker's environment would be.
 * Camunda's own runtime has the same default since 8.9.
 * https://docs.camunda.io/docs/self-managed/components/connectors/connectors-configuration/#secrets
 */
export const DEFAULT_SECRET_PREFIX = 'SECRET_';

/** Secrets from environment variables: `NAME` is the variable `<prefix>NAME`. An empty variable is no secret. */
export function environmentSecrets(
  environment: Readonly<Record<string, string | undefined>>,
  prefix: string = DEFAULT_SECRET_PREFIX,
): SecretProvider {
  // Of its own: each look into a process's environment leaves JavaScript, and costs more than the rest of a lookup.
  const variables = { ...environment };
  return {
    lookup: (name) => {
      const variable = `${prefix}${name}`;
      const value = Object.hasOwn(variables, variable) ? variables[variable] : undefined;
      return value === '' ? undefined : value;
    },
  };
}

/** Secrets from a map, for programs and tests. */
export function mapSecrets(secrets: Readonly<Record<string, string>>): SecretProvider {
  return { lookup: (name) => (Object.hasOwn(secrets, name) ? secrets[name] : undefined) };
}
