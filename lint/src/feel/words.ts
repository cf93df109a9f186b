import type { FeelType, FeelTypes } from 'camunda-feel';

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
