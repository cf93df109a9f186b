import { SyntaxError as FeelSyntaxError } from '@bpmn-io/feelin';
import type { JsonObject } from '../json.ts';
import { builtins } from './builtins/builtins.ts';
import type { Evaluation, FeelFunctions } from './builtins/define.ts';
import { compile, type Compiled, type FeelLibraryWarning } from './compile.ts';
import { control } from './control.ts';
import { toJson } from './normalise.ts';
import type { FeelOk, FeelResult } from './result.ts';
import { PREFIX } from './rewrite.ts';
import { FeelBound, FeelFailure, FeelUnsupported } from './signals.ts';
import { isDateTime, isDuration, type FeelValue } from './values.ts';
import type { FeelWorld } from './world.ts';

/** Most work of one evaluation: elements that its loops, filters and functions go over. */
const MAX_STEPS = 200_000;

/** Most expressions that are kept parsed; the least lately used goes first. */
const MAX_CACHED = 500;

const cache = new Map<string, Compiled>();

let evaluation: Evaluation | undefined;

/** The evaluation that goes on now, for functions that need its world. */
export const currentEvaluation = (): Evaluation => {
  if (evaluation === undefined) throw new Error('A FEEL function is called outside of an evaluation.');
  return evaluation;
};

let known: { readonly callable: FeelFunctions; readonly internal: FeelFunctions } | undefined;

/** Made at the first evaluation, not on import. */
function knownFunctions(): NonNullable<typeof known> {
  known ??= { callable: builtins(currentEvaluation), internal: control(currentEvaluation) };
  return known;
}

/** Names of the engine's functions that are known here. */
export function feelFunctionNames(): readonly string[] {
  return Object.keys(knownFunctions().callable);
}

/**
 * Evaluates one FEEL expression as Camunda's engine (8.8 and newer) does; a leading `=` is left out. Never throws: a
 * mistake in the expression, or too much work for it, is `failed`; what cannot be done here as the engine does it is
 * `unknown`, never wrong.
 */
export function evaluateFeel(expression: string, context: JsonObject, world: FeelWorld): FeelResult {
  return evaluateWith(expression, context, world, {});
}

/** The same with functions besides the engine's own: an error expression has some. They are part of the cache's key. */
export function evaluateWith(
  expression: string,
  context: JsonObject,
  world: FeelWorld,
  functions: FeelFunctions,
): FeelResult {
  const offset = expression.startsWith('=') ? 1 : 0;
  const outer = evaluation;
  evaluation = { world, step: stepCounter(world) };
  try {
    const compiled = compiledOf(expression.slice(offset), functions);
    const value = compiled.evaluate(context);
    const warnings = compiled.warnings();
    refuseUnknown(warnings);
    const place = ({ position }: FeelLibraryWarning): number => compiled.original(position.from) + offset + 1;
    const notes = warnings.map(
      (warning) => `${warning.message.replaceAll(PREFIX, '')} (at character ${place(warning)})`,
    );
    return { status: 'ok', value: toJson(value), warnings: [...new Set(notes)] };
  } catch (error) {
    return resultOf(error, expression, offset);
  } finally {
    evaluation = outer;
  }
}

/** Why an expression can have no value, whatever its context is; undefined: it can be read. */
export function checkWith(expression: string, functions: FeelFunctions): Exclude<FeelResult, FeelOk> | undefined {
  const offset = expression.startsWith('=') ? 1 : 0;
  try {
    compiledOf(expression.slice(offset), functions);
    return undefined;
  } catch (error) {
    const result = resultOf(error, expression, offset);
    return result.status === 'ok' ? undefined : result;
  }
}

/** The bounds are this evaluation's, not the engine's: what the engine would do beyond them is not known. */
function stepCounter(world: FeelWorld): (count: number) => void {
  let steps = 0;
  return (count) => {
    steps += count;
    if (steps > MAX_STEPS || world.spend?.(count) === false)
      throw new FeelBound('The expression takes too many steps: use shorter lists or fewer loops.');
  };
}

function compiledOf(text: string, functions: FeelFunctions): Compiled {
  const key = `${Object.keys(functions).join()}\n${text}`;
  const compiled = cache.get(key) ?? compileWith(text, functions);
  cache.delete(key);
  cache.set(key, compiled);
  const [oldest] = cache.keys();
  if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
  return compiled;
}

function compileWith(text: string, functions: FeelFunctions): Compiled {
  const { callable, internal } = knownFunctions();
  const all: FeelFunctions = { ...callable, ...functions };
  // The library's parser is the quicker the fewer names it has to look for; without a prefix only those with blanks.
  const mentioned = Object.entries(all).filter(([name]) => text.includes(name));
  const renamed = mentioned.map(([name, body]) => [PREFIX + name, body] as const);
  const plain = mentioned.filter(([name]) => name.includes(' '));
  return compile(text, { ...internal, ...Object.fromEntries([...renamed, ...plain]) }, new Set(Object.keys(all)));
}

/** A function that is not known, and what the library cannot do with dates and durations, may have a value in the engine. */
function refuseUnknown(warnings: readonly FeelLibraryWarning[]): void {
  for (const { type, message, details } of warnings) {
    if (type === 'NO_FUNCTION_FOUND' || type === 'FUNCTION_INVOCATION_FAILURE') {
      throw new FeelUnsupported(`A function is not known here, or not with these parameters. ${message}.`);
    }
    const isTemporal = (value: FeelValue): boolean => isDateTime(value) || isDuration(value);
    if (Object.values(details.values).some(isTemporal)) {
      throw new FeelUnsupported(`This use of a date, a time or a duration is not known here. ${message}.`);
    }
  }
}

function resultOf(error: unknown, expression: string, offset: number): FeelResult {
  if (error instanceof FeelUnsupported) return { status: 'unknown', message: error.message };
  if (error instanceof FeelBound) return { status: 'failed', message: error.message, isBound: true };
  if (error instanceof FeelFailure) return { status: 'failed', message: error.message };
  // The library's parser does not know these signs in names, the engine does.
  if (error instanceof FeelSyntaxError && /[`$]/.test(expression.replace(/"(?:[^"\\]|\\[\s\S])*"/g, ''))) {
    return { status: 'unknown', message: 'A name with the sign ` or $ cannot be read here.' };
  }
  if (error instanceof FeelSyntaxError && callsUnknownName(expression.slice(offset))) {
    return { status: 'unknown', message: 'A function with blanks in its name is not known here.' };
  }
  if (error instanceof FeelSyntaxError) return syntaxFailure(error, expression, offset);
  // The stack or a string ends: a value is nested or repeated beyond all use.
  if (error instanceof RangeError)
    return {
      status: 'failed',
      message: 'The expression, or a value in it, is too large or nested too deeply.',
      isBound: true,
    };
  // What else the library throws, it throws where it does not know what to do.
  const reason = error instanceof Error ? error.message : String(error);
  return { status: 'unknown', message: `This expression cannot be evaluated here: ${reason}.` };
}

const RESERVED = /\b(?:and|between|else|every|for|function|if|in|instance|not|of|or|return|satisfies|some|then)\b/;

/** Whether an expression could be read if the words before its parentheses were the names of functions. */
function callsUnknownName(text: string): boolean {
  const joined = text.replace(/[A-Za-z]\w*(?: [A-Za-z]\w*)+(?=\()/g, (name) =>
    RESERVED.test(name) ? name : name.replaceAll(' ', '_'),
  );
  if (joined === text) return false;
  try {
    compileWith(joined, {});
    return true;
  } catch {
    return false;
  }
}

/** The text that the library parsed begins with `function() `, and is not rewritten where it cannot be parsed. */
function syntaxFailure(error: FeelSyntaxError, expression: string, offset: number): FeelResult {
  const shift = (at: number): number =>
    Math.min(expression.length, Math.max(offset, at - 'function() '.length + offset));
  const position = { from: shift(error.position.from), to: shift(error.position.to) };
  return { status: 'failed', message: `Not a FEEL expression: ${error.message}.`, position };
}
