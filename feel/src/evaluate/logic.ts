import type { TextRange } from '../syntax/node.ts';
import { FeelError, type Outcome, typeOf } from '../values/value.ts';
import type { Evaluation } from './evaluation.ts';

/** A value that must be a boolean: null where it is an error, or something else. */
export function booleanOrNull(value: Outcome, evaluation: Evaluation, node: TextRange): boolean | null | FeelError {
  if (typeof value === 'boolean') return value;
  if (value instanceof FeelError) return value.fatal ? value : null;
  evaluation.warn('INVALID_TYPE', `Expected a boolean but found ${typeOf(value)}.`, node);
  return null;
}

/** What a logical chain is so far. */
export type Truth = boolean | null | FeelError;

/**
 * Joins one more operand to a chain of `and` (`ends` is false) or `or` (`ends` is true). Null stays null unless an operand
 * decides; what comes behind a decision is not looked at.
 */
export function join(
  truth: Truth,
  ends: boolean,
  operand: () => Outcome,
  evaluation: Evaluation,
  node: TextRange,
): Truth {
  if (truth === ends || truth instanceof FeelError) return truth;
  if (truth !== null) return booleanOrNull(operand(), evaluation, node);
  const next = operand();
  if (next instanceof FeelError && next.fatal) return next;
  return next === ends ? ends : null;
}
