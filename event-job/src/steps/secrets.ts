import { missingSecretIssues, resolveSecrets, secretNamesOf } from '@eventbridge-kit/connector';
import type { Issue, Json, JsonObject } from '@eventbridge-kit/issue';
import { SECRET_INPUTS } from '../input-variables.ts';
import type { SecretProvider } from '../services.ts';
import type { CredentialRead } from '../aws-credential.ts';
import { wrongInput, type StepDone } from '../step.ts';

interface SecretsStep {
  readonly provider: SecretProvider;
  readonly mayResolve: (path: readonly string[]) => boolean;
}

export interface ResolvedSecrets {
  readonly variables: JsonObject;
  /** One warning for each field whose placeholders stay as they are; it explains a later error of that field. */
  readonly literal: readonly Issue[];
}

/** The step's result, and every text that must be hidden from then on, whether the step succeeded or not. */
interface SecretsDone {
  readonly done: StepDone<ResolvedSecrets>;
  readonly hide: readonly string[];
}

/** Replaces the placeholders of secrets, in the fields that may have them. */
export function putSecrets({ variables, issues }: CredentialRead, { provider, mayResolve }: SecretsStep): SecretsDone {
  const literal: Issue[] = [];
  const {
    variables: resolved,
    used,
    missing,
  } = resolveSecrets(variables, {
    lookup: (name) => provider.lookup(name),
    mayResolve: (path) => {
      if (mayResolve(path)) return true;
      literal.push(...literalIssues(variables, path));
      return false;
    },
  });
  const hide = [...used, ...typedSecrets(resolved)];
  const errors = [...issues, ...missingSecretIssues(missing)];
  if (errors.length > 0) return { done: wrongInput(errors), hide };
  return { done: { ok: true, value: { variables: resolved, literal }, show: () => resolved, issues: literal }, hide };
}

function literalIssues(variables: JsonObject, path: readonly string[]): Issue[] {
  const field = path.join('.');
  const source = valueAt(variables, path);
  const names = typeof source === 'string' ? [...secretNamesOf([{ target: field, source }])] : [];
  return names.map((name) => ({
    rule: 'secret-not-here',
    severity: 'warning',
    field,
    message:
      `Secrets do not resolve in this field: found the placeholder {{secrets.${name}}}, which stays as it is. ` +
      'Write the value itself, or let the operator of the worker add the field with --secret-fields.',
  }));
}

/** The values of the fields that are marked secret, whatever their types: a key that was typed in is a secret too. */
function typedSecrets(variables: JsonObject): string[] {
  const texts: string[] = [];
  const rest: (Json | undefined)[] = [];
  for (const path of SECRET_INPUTS) rest.push(valueAt(variables, path));
  while (rest.length > 0) {
    const value = rest.pop();
    if (typeof value === 'string' || typeof value === 'number') texts.push(String(value));
    else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) rest.push(item);
  }
  return texts;
}

function valueAt(variables: JsonObject, path: readonly string[]): Json | undefined {
  let value: Json | undefined = variables;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    // A list has its indices as own keys, so that one lookup serves both.
    value = (value as JsonObject)[key];
  }
  return value;
}
