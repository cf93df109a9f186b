import { BuiltinNames } from './builtins/table.ts';
import type { Overload } from './builtins/define.ts';
import { bind } from './builtins/define.ts';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { BoundExceeded, boundText, EngineFailure, Unknown, type Bound } from './signals.ts';
import type { PatternEngine } from './regex/pattern.ts';
import type { Node } from './syntax/node.ts';
import { parse, type Form, type ParsedBroken } from './syntax/parse.ts';
import { problemOf, type SyntaxProblem } from './syntax/problem.ts';
import { FeelError, type FeelFunction } from './values/value.ts';
import type { FeelWarning } from './warning.ts';
import type { FeelWorld } from './world.ts';
import { Budget, DEFAULT_LIMITS, type Limits } from './budget.ts';
import { Evaluation } from './evaluate/evaluation.ts';
import { fromJson, Variables } from './evaluate/from-json.ts';
import { INPUT } from './evaluate/input.ts';
import { Interpreter } from './evaluate/interpreter.ts';
import { Scope } from './evaluate/scope.ts';
import { toJson } from './evaluate/to-json.ts';

/** What an expression gave. It is a value in every case: no expression makes the evaluation throw. */
export type FeelResult = FeelOk | FeelRefused | FeelFailed | FeelUnknown | FeelExceeded;

/** What an evaluation used of its budget. */
export interface Used {
  readonly steps: number;
  readonly bytes: number;
}

export interface FeelOk {
  readonly status: 'ok';
  readonly used: Used;
  /** The value as the engine would store it: dates, times and durations are text. */
  readonly value: Json;
  /** Why parts of it are null, each with its place. */
  readonly warnings: readonly FeelWarning[];
}

/** The engine cannot read the expression: it does not deploy a diagram that holds it. */
export interface FeelRefused {
  readonly status: 'refused';
  readonly problem: SyntaxProblem;
  readonly message: string;
}

/** The engine reads the expression and cannot evaluate it: it raises an incident. */
export interface FeelFailed {
  readonly status: 'failed';
  readonly used: Used;
  readonly message: string;
  readonly warnings: readonly FeelWarning[];
}

/** What the engine gives is not known here. It is never wrong. */
export interface FeelUnknown {
  readonly status: 'unknown';
  readonly used: Used;
  readonly message: string;
}

/** The evaluation is beyond a bound. What the engine would do with it is not said. */
export interface FeelExceeded {
  readonly status: 'exceeded';
  readonly used: Used;
  readonly bound: Bound;
  readonly limit: number;
  readonly message: string;
}

/** A function besides the engine's own; it counts what it makes in the evaluation's budget. */
export type FunctionsByName = Readonly<Record<string, readonly Overload[]>>;

export interface EvaluateOptions {
  readonly variables?: JsonObject;
  readonly world: FeelWorld;
  /** Functions that the expression can call besides the engine's. */
  readonly functions?: FunctionsByName;
  /**
   * True: an integer beyond 2^53, which a JavaScript number would round, comes as a bigint, and may stand as one in the
   * variables. Default false.
   */
  readonly exactIntegers?: boolean;
  /** Default: `DEFAULT_LIMITS`. */
  readonly limits?: Partial<Limits>;
  /** What runs patterns; without it a call that needs one is unknown. */
  readonly patterns?: PatternEngine;
}

/** Evaluates an expression, without a leading `=`, as Camunda's engine 8.8 does. Never throws. */
export function evaluate(text: string, options: EvaluateOptions): FeelResult {
  return evaluateAs(text, 'expression', options);
}

/** Evaluates the unary tests of a decision table's cell against an input: a boolean, or null. Never throws. */
export function evaluateUnaryTests(text: string, input: Json, options: EvaluateOptions): FeelResult {
  return evaluateAs(text, 'unary tests', options, input);
}

function evaluateAs(text: string, form: Form, options: EvaluateOptions, input?: Json): FeelResult {
  const parsed = parse(text, form);
  if (parsed.status === 'broken') return refused(text, parsed);
  if (parsed.status === 'excess') return exceeded(parsed.bound, parsed.limit, { steps: 0, bytes: 0 });
  const { world } = options;
  const spend = world.spend && ((steps: number): boolean => world.spend?.(steps) !== false);
  const budget = new Budget({ ...DEFAULT_LIMITS, ...options.limits }, spend);
  const evaluation = new Evaluation(budget, world, options.patterns);
  try {
    return evaluateNode(parsed.node, evaluation, options, input);
  } catch (error) {
    const { used } = budget;
    if (error instanceof BoundExceeded) return exceeded(error.bound, error.limit, used);
    if (error instanceof Unknown) return { status: 'unknown', message: error.message, used };
    const { warnings } = evaluation;
    if (error instanceof EngineFailure) return { status: 'failed', message: error.message, warnings, used };
    // The stack, a text or a number ends: a value is nested or repeated beyond all use.
    if (error instanceof RangeError) {
      return {
        status: 'unknown',
        message: 'The expression, or a value in it, is too large to be evaluated here.',
        used,
      };
    }
    throw error;
  }
}

function evaluateNode(
  node: Node,
  evaluation: Evaluation,
  { variables = {}, functions = {}, exactIntegers = false }: EvaluateOptions,
  input?: Json,
): FeelResult {
  const { budget } = evaluation;
  const bound = new Map<string, FeelFunction[]>();
  for (const name of Object.keys(functions))
    bound.set(name, functions[name]?.map((overload) => bind(overload, evaluation)) ?? []);
  const scope = new Scope(new BuiltinNames(evaluation), new Variables(variables, bound, budget));
  const inner = input === undefined ? scope : scope.with(INPUT, fromJson(input, budget));
  const outcome = new Interpreter(evaluation).evaluate(node, inner);
  const { warnings } = evaluation;
  if (outcome instanceof FeelError) return { status: 'failed', message: outcome.message, warnings, used: budget.used };
  const value = toJson(outcome, budget, exactIntegers);
  return { status: 'ok', value, warnings, used: budget.used };
}

function refused(text: string, broken: ParsedBroken): FeelRefused {
  const problem = problemOf(text, broken.at);
  return { status: 'refused', problem, message: problem.message };
}

function exceeded(bound: Bound, limit: number, used: Used): FeelExceeded {
  return { status: 'exceeded', bound, limit, message: boundText(bound, limit), used };
}
