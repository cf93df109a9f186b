import type { ArithmeticNode, CompareOperator, RangeNode, TextRange } from '../syntax/node.ts';
import { equal, isComparable, order } from '../values/compare.ts';
import { isNumber } from '../values/number.ts';
import { isTemporal } from '../values/temporal.ts';
import { FeelError, FeelRange, kindOf, typeOf, type FeelValue, type Outcome } from '../values/value.ts';
import { calculate } from './arithmetic.ts';
import type { Evaluation } from './evaluation.ts';
import { orNull, withValue, type Run } from './run.ts';
import type { Scope } from './scope.ts';

const VERBS = { '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '**': 'raise' } as const;

/** A chain of operations is gone through from its first operand: it may be thousands long. */
export function arithmetic(node: ArithmeticNode, scope: Scope, run: Run): Outcome {
  const chain: ArithmeticNode[] = [node];
  let { left } = node;
  while (left.kind === 'arithmetic') {
    chain.push(left);
    ({ left } = left);
  }
  let result = run.evaluate(left, scope);
  for (let step = chain.pop(); step; step = chain.pop()) {
    const { operator } = step;
    const at = step;
    const right = run.evaluate(step.right, scope);
    result = orNull(
      withValue(result, (a) =>
        withValue(right, (b) => {
          const found = calculate(a, operator, b, run.evaluation.budget);
          if (found !== undefined) return found;
          return run.evaluation.warn('INVALID_TYPE', `Can't ${VERBS[operator]} a ${typeOf(a)} and a ${typeOf(b)}.`, at);
        }),
      ),
    );
  }
  return result;
}

/** Compares by the operator's sign: null where the values cannot be compared, an error stays one. */
export function compared(
  a: Outcome,
  operator: CompareOperator,
  b: Outcome,
  evaluation: Evaluation,
  node: TextRange,
): Outcome {
  return withValue(a, (x) =>
    withValue(b, (y) => {
      if (operator === '=') return equalOrNull(x, y, evaluation, node);
      if (operator === '!=') {
        const same = equalOrNull(x, y, evaluation, node);
        if (same !== null) return !same;
        // The engine turns the answer of `=` round, and says that it got none.
        evaluation.warn('INVALID_TYPE', 'Expected a boolean but found null.', node);
        return null;
      }
      if (!isComparable(x) || !isComparable(y) || kindOf(x) !== kindOf(y)) return notComparable(x, y, evaluation, node);
      const found = order(x, y);
      return (operator.startsWith('<') ? found < 0 : found > 0) || (operator.endsWith('=') && found === 0);
    }),
  );
}

export function equalOrNull(a: FeelValue, b: FeelValue, evaluation: Evaluation, node: TextRange): boolean | null {
  return equal(a, b, evaluation.budget) ?? notComparable(a, b, evaluation, node);
}

function notComparable(a: FeelValue, b: FeelValue, evaluation: Evaluation, node: TextRange): null {
  evaluation.warn('NOT_COMPARABLE', `Can't compare a ${typeOf(a)} with a ${typeOf(b)}.`, node);
  return null;
}

/** A range as a value; its ends must be of one type that has an order, and no text. */
export function rangeOf(node: RangeNode, scope: Scope, run: Run): Outcome {
  const start = run.evaluate(node.start.value, scope);
  const end = run.evaluate(node.end.value, scope);
  return withValue(start, (low) =>
    withValue(end, (high) => {
      if (isPoint(low) && kindOf(low) === kindOf(high)) {
        return new FeelRange({ value: low, closed: node.start.closed }, { value: high, closed: node.end.closed });
      }
      return run.evaluation.warn('INVALID_TYPE', `A range can't go from a ${typeOf(low)} to a ${typeOf(high)}.`, node);
    }),
  );
}

/** Whether a value can be the end of a range, or lie in one. */
export function isPoint(value: FeelValue): boolean {
  return isNumber(value) || isTemporal(value);
}

/** Whether the input lies in a range. */
export function inputInRange(input: Outcome, node: RangeNode, scope: Scope, run: Run): Outcome {
  const start = run.evaluate(node.start.value, scope);
  const end = run.evaluate(node.end.value, scope);
  return withValue(input, (value) => {
    const fits = [start, end].every(
      (limit) =>
        !(limit instanceof FeelError) && isComparable(limit) && isComparable(value) && kindOf(limit) === kindOf(value),
    );
    if (!fits || start instanceof FeelError || end instanceof FeelError) {
      run.evaluation.warn('NOT_COMPARABLE', `Can't compare a ${typeOf(value)} with the range.`, node);
      return null;
    }
    const [low, high] = [order(value, start), order(value, end)];
    return (low > 0 || (node.start.closed && low === 0)) && (high < 0 || (node.end.closed && high === 0));
  });
}
