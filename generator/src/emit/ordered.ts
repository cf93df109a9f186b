import type { Json, JsonObject } from '../job-input/index.ts';

/** The members that are given, in the order of the keys; those that no key names come last, in the order given. */
export function ordered(keys: readonly string[], members: Readonly<Record<string, Json | undefined>>): JsonObject {
  return Object.fromEntries(
    [...new Set([...keys, ...Object.keys(members)])].flatMap((key): [string, Json][] => {
      const value = members[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
}
