import type { Cases } from './cases.ts';
import { contexts } from './contexts.ts';
import { conversion } from './conversion.ts';
import { language } from './language.ts';
import { lists } from './lists.ts';
import { logic } from './logic.ts';
import { numbers } from './numbers.ts';
import { ranges } from './ranges.ts';
import { text } from './text.ts';
import { time } from './time.ts';

export { VARIABLES, type Cases } from './cases.ts';

/** Examples of each of the engine's functions, by its name. */
export const BUILTINS: Cases = {
  ...text,
  ...numbers,
  ...lists,
  ...contexts,
  ...conversion,
  ...time,
  ...ranges,
  ...logic,
};

/** Examples of the language itself, by subject. */
export const LANGUAGE: Cases = language;

/**
 * Functions that are documented, and that the engines compared with do not have yet: they give null for every call. Ours
 * follows the documentation.
 */
export const NEWER_FUNCTIONS: readonly string[] = ['from base64', 'from json', 'to json'];

/** All of them, each once. */
export const EXPRESSIONS: readonly string[] = [BUILTINS, LANGUAGE].flatMap((cases) => Object.values(cases).flat());
