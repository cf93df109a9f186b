import { isJsonObject, thrownText, type Json, type JsonObject } from '@eventbridge-kit/issue';

/** The sample variables of one task as text that the user edits. */
export interface VariablesText {
  readonly text: string;
  /** Counts the texts that the user did not write: an editor takes over a new one, and owns its text otherwise. */
  readonly revision: number;
  /** Names that were offered once: one that the user took away does not come back. */
  readonly offered: ReadonlySet<string>;
}

export type ParsedVariables =
  | { readonly ok: true; readonly variables: JsonObject }
  | { readonly ok: false; readonly problem: 'syntax' | 'no-object'; readonly detail: string };

/** Text for a task that was not opened before, or in place of the user's. */
export function firstText(samples: JsonObject, before?: VariablesText): VariablesText {
  return {
    text: format(samples),
    revision: before ? before.revision + 1 : 0,
    offered: new Set(Object.keys(samples)),
  };
}

/** The user's text, with the variables that the task reads since; what the user wrote stays as it is. */
export function addSamples(current: VariablesText, samples: JsonObject): VariablesText {
  const fresh = Object.entries(samples).filter(([name]) => !current.offered.has(name));
  if (fresh.length === 0) return current;
  const parsed = parseVariables(current.text);
  if (!parsed.ok) return current;
  return {
    text: format({ ...Object.fromEntries(fresh), ...parsed.variables }, Object.keys(parsed.variables)),
    revision: current.revision + 1,
    offered: new Set([...current.offered, ...fresh.map(([name]) => name)]),
  };
}

/** Reads the text; empty text means no variables. */
export function parseVariables(text: string): ParsedVariables {
  if (text.trim() === '') return { ok: true, variables: {} };
  try {
    const value = JSON.parse(text) as Json;
    if (isJsonObject(value)) return { ok: true, variables: value };
    return { ok: false, problem: 'no-object', detail: Array.isArray(value) ? '[…]' : JSON.stringify(value) };
  } catch (error) {
    return { ok: false, problem: 'syntax', detail: thrownText(error) };
  }
}

/** Two-space JSON, the named keys first. */
function format(variables: JsonObject, first: readonly string[] = []): string {
  const names = new Set([...first, ...Object.keys(variables)]);
  return JSON.stringify(Object.fromEntries([...names].map((name) => [name, variables[name] ?? null])), null, 2);
}
