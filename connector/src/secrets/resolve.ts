import type { Json, JsonObject } from '../json.ts';
import { setOwn } from '../own.ts';
import type { InputMapping } from '../trace.ts';

export interface SecretOptions {
  /** The secret's value; undefined when there is none of this name. */
  lookup(name: string): string | undefined;
  /** Whether text at this variable path may carry placeholders; elsewhere it stays as it is. */
  mayResolve(path: readonly string[]): boolean;
  /** Names that the element's own mappings write; absent: not known, every name may resolve. */
  readonly allowedNames?: ReadonlySet<string>;
}

export interface SecretsResult {
  readonly variables: JsonObject;
  /** The values that were put in, for the mask. */
  readonly used: string[];
  readonly missing: MissingSecret[];
}

export interface MissingSecret {
  readonly name: string;
  /** Dotted path of the variable that names it. */
  readonly field: string;
}

const NAME = '[a-zA-Z0-9]+(?:[/._-][a-zA-Z0-9]+)*';
const PLACEHOLDER = new RegExp(`\\{\\{\\s*secrets\\.(${NAME})\\s*\\}\\}|\\bsecrets\\.(${NAME})`, 'g');

/** Puts secrets in place of their placeholders, once and never within a secret's value. */
export function resolveSecrets(variables: JsonObject, options: SecretOptions): SecretsResult {
  const used = new Set<string>();
  const missing: MissingSecret[] = [];
  const resolve = (value: Json, path: readonly string[]): Json => {
    if (typeof value === 'string') {
      if (!options.mayResolve(path)) return value;
      return value.replace(PLACEHOLDER, (placeholder, braced?: string, bare?: string) => {
        const name = braced ?? bare ?? '';
        if (options.allowedNames?.has(name) === false) return placeholder;
        const secret = options.lookup(name);
        if (secret === undefined) {
          missing.push({ name, field: path.join('.') });
          return placeholder;
        }
        used.add(secret);
        return secret;
      });
    }
    if (Array.isArray(value)) return value.map((item, index) => resolve(item, [...path, String(index)]));
    if (value === null || typeof value !== 'object') return value;
    const copy: JsonObject = {};
    for (const [key, item] of Object.entries(value)) setOwn(copy, key, resolve(item, [...path, key]));
    return copy;
  };
  return { variables: resolve(variables, []) as JsonObject, used: [...used], missing };
}

/** The names of the secrets that a task's own mappings write. */
export function secretNamesOf(inputs: readonly InputMapping[]): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { source } of inputs)
    for (const match of source.matchAll(PLACEHOLDER)) names.add(match[1] ?? match[2] ?? '');
  return names;
}
