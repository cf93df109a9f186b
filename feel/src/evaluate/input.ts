import type { Node, TextRange } from '../syntax/node.ts';
import { same } from '../values/compare.ts';
import { FeelError, isList, type FeelValue, type Outcome } from '../values/value.ts';
import { equalOrNull } from './operators.ts';
import { withValue, type Run } from './run.ts';
import type { Scope } from './scope.ts';

/** Name under which the engine keeps the input of unary tests. */
export const INPUT = 'cellInput';

/** Variable that may name another. */
const INPUT_NAME = 'inputVariableName';

/** The sign for the input in an expression. */
export const INPUT_SIGN = '?';

export function inputNameIn(scope: Scope): string {
  const name = scope.get(INPUT_NAME);
  return typeof name === 'string' ? name : INPUT;
}

/** The input that a test is held against; null where there is none. */
export function inputOf(scope: Scope, run: Run, node: TextRange): FeelValue {
  const input = scope.get(inputNameIn(scope));
  if (input !== undefined) return input;
  run.evaluation.warn('NO_VARIABLE_FOUND', 'No input value found.', node);
  return null;
}

export function inputBySign(scope: Scope): Outcome {
  const input = scope.get(INPUT_SIGN);
  if (input !== undefined) return input;
  return new FeelError(`No input value available. '${INPUT_SIGN}' stands in unary tests only.`, true);
}

/** An expression as a test: true, the input itself, or a list that holds it. */
export function unaryTest(test: Node, scope: Scope, run: Run, node: TextRange): Outcome {
  const input = inputOf(scope, run, node);
  const found = run.evaluate(test, scope);
  if (found instanceof FeelError && found.fatal) {
    const truth = run.evaluate(test, scope.with(INPUT_SIGN, input));
    return typeof truth === 'boolean' ? truth : null;
  }
  if (found === true) return true;
  if (!(found instanceof FeelError) && isList(found)) {
    if (found.some((item) => same(item, input, run.evaluation.budget))) return true;
  }
  const equal = withValue(found, (value) => equalOrNull(input, value, run.evaluation, node));
  if (equal === true) return true;
  if (found === false || (!(found instanceof FeelError) && isList(found))) return false;
  return equal === null ? null : false;
}
