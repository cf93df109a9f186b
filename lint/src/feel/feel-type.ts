export type FeelType =
  'string' | 'number' | 'boolean' | 'null' | 'list' | 'context' | 'temporal' | 'range' | 'function';

/** The types that an expression's value can have; undefined where it may have any. */
export type FeelTypes = ReadonlySet<FeelType>;

const WORDS: Readonly<Record<FeelType, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  list: 'a list',
  context: 'a context',
  temporal: 'a date, time or duration',
  range: 'a range',
  function: 'a function',
};

/** `a number or null`. */
export function typesText(types: FeelTypes): string {
  return [...types].map((type) => WORDS[type]).join(' or ');
}
