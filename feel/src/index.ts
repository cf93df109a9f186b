import type { Json } from '@eventbridge-kit/issue';
import { RE2JS } from 're2js';
import * as core from './core.ts';

export * from './core.ts';

/** Evaluates an expression, without a leading `=`, as Camunda's engine 8.8 does. Never throws. */
export function evaluate(text: string, options: core.EvaluateOptions): core.FeelResult {
  return core.evaluate(text, { patterns: RE2JS, ...options });
}

/** Evaluates unary tests of an input, as a decision table has them in its cells. Never throws. */
export function evaluateUnaryTests(text: string, input: Json, options: core.EvaluateOptions): core.FeelResult {
  return core.evaluateUnaryTests(text, input, { patterns: RE2JS, ...options });
}

/** The constant patterns in some expressions that are refused by the engine, or not run here. */
export function patternProblems(roots: readonly core.Node[]): core.PatternProblem[] {
  return core.patternProblems(roots, RE2JS);
}
