import type { Json, JsonObject } from '../job-input/index.ts';

/** The members that are given, in the order of the keys. A member that no key names is a mistake of this package. */
export const ordered = (keys: readonly string[], members: Readonly<Record<string, Json | undefined>>): JsonObject => {
  const stray = Object.keys(members).find((key) => !keys.includes(key));
  if (stray !== undefined) throw new Error(`the key order does not know "${stray}"`);
  return Object.fromEntries(
    keys.flatMap((key): [string, Json][] => {
      const value = members[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
};
