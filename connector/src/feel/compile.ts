import { evaluate, type EvaluationResult } from '@bpmn-io/feelin';
import { rewriteExpression } from './rewrite.ts';
import { FeelBound, FeelFailure } from './signals.ts';
import type { FeelValue } from './values.ts';

/** Longest expression, in UTF-16 units: the library's parser takes time with the square of it. */
export const MAX_EXPRESSION_LENGTH = 10_000;

/** Deepest nesting of brackets: the library's parser takes time with the square of it. */
const MAX_DEPTH = 100;

const HEAD = 'function() ';

export type FeelLibraryWarning = EvaluationResult<unknown>['warnings'][number];

/** An expression that is parsed, to be evaluated any number of times. */
export interface Compiled {
  evaluate(variables: Readonly<Record<string, FeelValue>>): FeelValue;
  /** The warnings of the last evaluation. */
  warnings(): readonly FeelLibraryWarning[];
  /** Place in the expression of a place that the library tells. */
  original(at: number): number;
}

/**
 * Parses an expression once. The library evaluates text only, but the value of `function() ...` is a function that
 * keeps what was parsed, and reads its names from the object that the text was evaluated with. Variables take no part
 * in the parsing, as in the engine: a name with blanks or signs needs backticks.
 */
export function compile(
  text: string,
  functions: Readonly<Record<string, FeelValue>>,
  callable: ReadonlySet<string>,
): Compiled {
  checkSize(text);
  const rewritten = rewriteExpression(text, functions, callable);
  const scope: Record<string, FeelValue> = { ...functions };
  const { value, warnings } = evaluate(HEAD + rewritten.text, scope, 'camunda');
  if (!isInvocable(value)) throw new FeelFailure('Not a FEEL expression.');
  let known: readonly string[] = [];
  return {
    evaluate: (variables) => {
      warnings.length = 0;
      for (const name of known) if (!Object.hasOwn(variables, name)) Reflect.deleteProperty(scope, name);
      known = Object.keys(variables).filter((name) => name !== '__proto__' && !Object.hasOwn(functions, name));
      for (const name of known) scope[name] = variables[name];
      return value.invoke([]);
    },
    warnings: () => warnings,
    original: (at) => rewritten.original(at - HEAD.length),
  };
}

function isInvocable(value: unknown): value is { invoke(args: readonly FeelValue[]): FeelValue } {
  return typeof value === 'object' && value !== null && 'invoke' in value;
}

function checkSize(text: string): void {
  if (text.length > MAX_EXPRESSION_LENGTH) {
    throw new FeelBound(`The expression is longer than ${MAX_EXPRESSION_LENGTH} characters: found ${text.length}.`);
  }
  let depth = 0;
  for (const sign of text.replace(/"(?:[^"\\]|\\[\s\S])*"/g, '')) {
    depth += '([{'.includes(sign) ? 1 : ')]}'.includes(sign) ? -1 : 0;
    if (depth > MAX_DEPTH) throw new FeelBound(`The expression is nested more than ${MAX_DEPTH} levels deep.`);
  }
}
