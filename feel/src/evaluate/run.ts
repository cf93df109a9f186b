import type { Node } from '../syntax/node.ts';
import { FeelError, type FeelValue, type Outcome } from '../values/value.ts';
import type { Evaluation } from './evaluation.ts';
import type { Scope } from './scope.ts';

/** An evaluation with the way back into the interpreter, for the parts of it that evaluate nodes below theirs. */
export interface Run {
  readonly evaluation: Evaluation;
  readonly evaluate: (node: Node, scope: Scope) => Outcome;
}

/** An error passes through; a value goes on. */
export function withValue(outcome: Outcome, next: (value: FeelValue) => Outcome): Outcome {
  return outcome instanceof FeelError ? outcome : next(outcome);
}

/** Most operations turn an error into null; only a fatal one passes through. */
export function orNull(outcome: Outcome): Outcome {
  return outcome instanceof FeelError && !outcome.fatal ? null : outcome;
}
