import {
  BUILTINS,
  builtinOf,
  evaluate,
  patternProblems,
  read,
  type Bound,
  type EvaluateOptions,
  type FeelCall,
  type FeelWarning,
  type FeelWorld,
  type FunctionsByName,
  type Reading,
} from 'camunda-feel';
import { nearest, type Json, type JsonObject } from '@eventbridge-kit/issue';

/** What an expression gave. It is a value in every case: no expression makes the evaluation throw. */
export type FeelResult = FeelOk | NoValue;

/** Why an expression has no value. */
export type NoValue = FeelFailed | FeelUnknown | FeelExceeded;

export interface FeelOk {
  readonly status: 'ok';
  /** The value as the engine would store it: dates, times and durations are text. */
  readonly value: Json;
  /** Why parts of it are null, each with its place in the text as handed in, the leading `=` included. */
  readonly warnings: readonly FeelWarning[];
}

/** The engine refuses the expression, or raises an incident. */
export interface FeelFailed {
  readonly status: 'failed';
  readonly message: string;
  /** Where in the text as handed in, the leading `=` included; absent when no place can be told. */
  readonly position?: FeelPosition;
}

/** What the engine gives is not known here. */
export interface FeelUnknown {
  readonly status: 'unknown';
  readonly message: string;
}

/** The evaluation is beyond a bound, which says nothing of the engine. */
export interface FeelExceeded {
  readonly status: 'exceeded';
  readonly bound: Bound;
  readonly message: string;
}

/** Offsets in UTF-16 units, `to` excluded. */
interface FeelPosition {
  readonly from: number;
  readonly to: number;
}

export type FeelOptions = Pick<EvaluateOptions, 'exactIntegers'>;

/** Evaluates one FEEL expression as Camunda's engine (8.8) does; a leading `=` is left out. Never throws. */
export function evaluateFeel(
  expression: string,
  context: JsonObject,
  world: FeelWorld,
  options: FeelOptions = {},
): FeelResult {
  return evaluateWith(expression, context, world, {}, options);
}

/** The same with functions besides the engine's own: an error expression has some. */
export function evaluateWith(
  expression: string,
  context: JsonObject,
  world: FeelWorld,
  functions: FunctionsByName,
  options: FeelOptions = {},
): FeelResult {
  const { text, offset } = sourceOf(expression);
  const result = evaluate(text, { ...options, variables: context, world, functions });
  switch (result.status) {
    case 'ok': {
      const notFound = result.warnings.find(({ kind }) => kind === 'NO_FUNCTION_FOUND');
      const problem = notFound && callProblem(notFound.name ?? '', functions);
      if (problem) return problem;
      const moved = ({ from, to }: FeelPosition): FeelPosition => ({ from: from + offset, to: to + offset });
      const warnings = result.warnings.map((warning) => ({ ...warning, ...moved(warning) }));
      return { status: 'ok', value: result.value, warnings };
    }
    case 'refused': {
      const { from, to } = result.problem;
      return { status: 'failed', message: result.message, position: { from: from + offset, to: to + offset } };
    }
    case 'exceeded':
      return { status: 'exceeded', bound: result.bound, message: result.message };
    default:
      return { status: result.status, message: result.message };
  }
}

/**
 * Why an expression can have no value, whatever its context is: it cannot be read, it calls a function that is not known,
 * or it has a pattern that is not run here. Undefined: what it gives depends on its context.
 */
export function checkWith(expression: string, functions: FunctionsByName): NoValue | undefined {
  const { text, offset } = sourceOf(expression);
  const reading = read(text);
  if (reading === undefined) {
    return { status: 'unknown', message: 'The expression is too long, or nested too deeply, to be read.' };
  }
  if (reading.problem) {
    const { message, from, to } = reading.problem;
    return { status: 'failed', message, position: { from: from + offset, to: to + offset } };
  }
  const wrong = reading.calls.find((call) => !isCallable(call, functions));
  return (wrong && callProblem(wrong.name, functions)) ?? unknownPattern(reading);
}

function unknownPattern({ roots }: Reading): FeelUnknown | undefined {
  const problem = patternProblems(roots).find(({ kind }) => kind === 'unknown');
  if (problem === undefined) return undefined;
  const { functionName, pattern, construct = 'a part that is not run here' } = problem;
  return {
    status: 'unknown',
    message:
      `The pattern "${pattern}" of ${functionName} has ${construct}, which takes more than linear time, or is not known ` +
      'here. Write the pattern without it.',
  };
}

/** Whether a function can be called with so many arguments; those of the engine give null otherwise. */
function isCallable({ name, count, args }: FeelCall, functions: FunctionsByName): boolean {
  if (!Object.hasOwn(functions, name)) return builtinOf(name) !== undefined;
  // Arguments by their name may be fewer.
  return args === undefined || functions[name]?.some(({ parameters }) => parameters.length === count) === true;
}

/**
 * Why a call has no value that counts. For a function that it does not have the engine gives null; a newer one may have
 * it. A connector's function that is called in a wrong way must not look like no error.
 */
function callProblem(name: string, functions: FunctionsByName): NoValue | undefined {
  const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (own !== undefined) {
    const [longest] = own.toSorted((a, b) => b.parameters.length - a.parameters.length);
    const written = `${name}(${longest?.parameters.join(', ') ?? ''})`;
    return { status: 'failed', message: `The function ${name} is called with wrong arguments: write ${written}.` };
  }
  if (builtinOf(name) !== undefined) return undefined;
  const meant = nearest(name, [...Object.keys(functions), ...BUILTINS.map((builtin) => builtin.name)]);
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`;
  return { status: 'unknown', message: `The function ${name} is not known here.${hint}` };
}

function sourceOf(expression: string): { readonly text: string; readonly offset: number } {
  const offset = expression.startsWith('=') ? 1 : 0;
  return { text: expression.slice(offset), offset };
}
