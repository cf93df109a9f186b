import type { Json } from './json.ts';

/** Hides secret values: every occurrence becomes `***`. */
export interface Mask {
  text(text: string): string;
  json(value: Json): Json;
}

/** A mask for the secret values of one job. */
export function createMask(values: Iterable<string>): Mask {
  const needles = [...new Set(values)].filter((value) => value.length >= 4).sort((a, b) => b.length - a.length);
  const text = (input: string): string => needles.reduce((masked, needle) => masked.replaceAll(needle, '***'), input);
  return {
    text,
    json: (value) =>
      JSON.parse(JSON.stringify(value), (_key, item: Json) => (typeof item === 'string' ? text(item) : item)) as Json,
  };
}
