/** Name and value of each header, in the order and spelling in which they were sent. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** @param raw names and values in turn, as Node gives them */
export function toPairs(raw: readonly string[]): HeaderPairs {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
}

/** The first value of a header. @param name in lower case */
export function firstValue(pairs: HeaderPairs, name: string): string | undefined {
  return pairs.find(([key]) => key.length === name.length && key.toLowerCase() === name)?.[1];
}
