import { isJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';

/** The object at the end of a path; nothing where the path leads nowhere or to something else. */
export function objectAt(value: Json | undefined, ...path: readonly (string | number)[]): JsonObject | undefined {
  const found = path.reduce<Json | undefined>(at, value);
  return isJsonObject(found) ? found : undefined;
}

/** The text under a key; nothing where there is none. */
export function textAt(value: Json | undefined, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

function at(value: Json | undefined, key: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  // a list has its indices as own keys, so that one look-up serves both
  return (value as JsonObject)[key];
}
