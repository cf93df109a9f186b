import { evaluate } from '@bpmn-io/feelin';
import { contexts } from './contexts.ts';
import { conversions } from './conversions.ts';
import { dates } from './dates.ts';
import type { Current, FeelFunction, FeelFunctions } from './define.ts';
import { lists } from './lists.ts';
import { numbers } from './numbers.ts';
import { presence } from './presence.ts';
import { ranges } from './ranges.ts';
import { strings } from './strings.ts';

// Functions of the engine that the library has and does as the engine does.
const LIBRARY = [
  'not',
  'upper case',
  'lower case',
  'substring before',
  'substring after',
  'contains',
  'starts with',
  'ends with',
  'all',
  'any',
  'mode',
  'sqrt',
  'odd',
  'even',
  'get entries',
  'context merge',
] as const;

/** The library's own function, so that a variable of the same name does not hide it. */
function libraryFunction(name: string): FeelFunction {
  const { value } = evaluate(name, {}, 'camunda');
  if (typeof value !== 'function' || !('$args' in value)) throw new Error(`The FEEL library has no function ${name}.`);
  return value as FeelFunction;
}

/**
 * All functions of the engine that are known here: the library's where it does as the engine does, ours elsewhere.
 * Source: https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/
 */
export function builtins(current: Current): FeelFunctions {
  return {
    ...Object.fromEntries(LIBRARY.map((name) => [name, libraryFunction(name)])),
    ...contexts,
    ...conversions(current),
    ...dates(current),
    ...lists(current),
    ...numbers(current),
    ...presence,
    ...ranges,
    ...strings,
  };
}
