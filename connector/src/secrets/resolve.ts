import { getOwn, setOwn, type Issue, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { mapJson, someInJson } from '../json-walk.ts';
import type { InputMapping } from '../inputs.ts';
import { PLACEHOLDER_START, placeholderNames, replacePlaceholders } from './placeholder.ts';

export interface SecretOptions {
  /** The secret's value; undefined when there is none of this name. Asked once for each name. */
  lookup(name: string): string | undefined;
  /**
   * Whether text at this variable path may carry placeholders; elsewhere it stays as it is. An element of a list has its
   * index, counted from 0, as the last part of its path.
   */
  mayResolve(path: readonly string[]): boolean;
  /** Names that the element's own mappings write, see {@link secretNamesOf}; absent: unknown, every name may resolve. */
  readonly allowedNames?: ReadonlySet<string>;
}

interface SecretsResult {
  /** The variables with the secrets in place; those without a placeholder are the given ones. */
  readonly variables: JsonObject;
  /** The values that were put in, each once, for the mask. */
  readonly used: string[];
  /** What could not be resolved; its placeholders stay in the text. */
  readonly missing: MissingSecret[];
}

interface MissingSecret {
  readonly name: string;
  /** Dotted path of the variable that asks for it. */
  readonly field: string;
}

/**
 * Puts secrets in place of their placeholders `{{secrets.NAME}}`, or the deprecated `secrets.NAME`, in a job's variables.
 *
 * Policy: a job's variables do not tell whether a text was written in the diagram or came in through a process
 * variable, and a process variable may be anyone's. So a placeholder resolves only where `mayResolve` says so, which a
 * worker answers with the fields that are marked secret and what its operator adds, and, where the element's own
 * mappings are known, only for a name that stands there. Everywhere else the text stays literal. Each text is resolved
 * once: a secret's value that looks like a placeholder stays as it is.
 */
export function resolveSecrets(variables: JsonObject, options: SecretOptions): SecretsResult {
  const found = new Map<string, string | undefined>();
  const missing: MissingSecret[] = [];
  const lookup = (name: string): string | undefined => {
    if (!found.has(name)) found.set(name, options.lookup(name));
    return found.get(name);
  };
  const resolveText = (text: string, path: readonly string[]): string =>
    replacePlaceholders(text, (name, placeholder) => {
      if (options.allowedNames?.has(name) === false) return placeholder;
      const secret = lookup(name);
      if (secret !== undefined) return secret;
      const field = path.join('.');
      if (!missing.some((other) => other.name === name && other.field === field)) missing.push({ name, field });
      return placeholder;
    });
  const resolved: JsonObject = {};
  for (const name of Object.keys(variables)) {
    const value = getOwn(variables, name) ?? null;
    setOwn(resolved, name, value);
    if (!someInJson(value, mayHoldPlaceholder)) continue;
    const copy = mapJson(
      { [name]: value },
      {
        leaf: (leaf, path) => {
          if (typeof leaf !== 'string' || !leaf.includes(PLACEHOLDER_START)) return leaf;
          const at = path();
          return options.mayResolve(at) ? resolveText(leaf, at) : leaf;
        },
      },
    ) as JsonObject; // an object is mapped to one
    setOwn(resolved, name, getOwn(copy, name) ?? null);
  }
  const used = new Set<string>();
  for (const value of found.values()) if (value !== undefined) used.add(value);
  return { variables: resolved, used: [...used], missing };
}

function mayHoldPlaceholder(part: Json): boolean {
  return typeof part === 'string' && part.includes(PLACEHOLDER_START);
}

/** The names of the secrets that a task's own mappings ask for. */
export function secretNamesOf(inputs: readonly InputMapping[]): ReadonlySet<string> {
  return new Set(inputs.flatMap(({ source }) => placeholderNames(source)));
}

/** One error for each secret that is missing: the job cannot be tried again before it is there. */
export function missingSecretIssues(missing: readonly MissingSecret[]): Issue[] {
  return missing.map(({ name, field }) => ({
    rule: 'secret-missing',
    severity: 'error',
    field,
    message: `A secret is missing: found the placeholder {{secrets.${name}}}, define the secret ${name} or write another name.`,
  }));
}
