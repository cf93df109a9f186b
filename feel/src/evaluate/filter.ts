import type { FilterNode, Node } from '../syntax/node.ts';
import {
  FeelContext,
  FeelError,
  type FeelList,
  type FeelValue,
  type Outcome,
  isList,
  typeOf,
} from '../values/value.ts';
import { isNumber, toInt, type FeelNumber } from '../values/number.ts';
import { literal } from './literal.ts';
import { orNull, type Run } from './run.ts';
import { Scope } from './scope.ts';

/** What the engine puts in the place of an element that is dropped: an element that is this text goes with it. */
const DROPPED = '_';

/** An element by its position, or the elements that fulfil a condition. */
export function filter(node: FilterNode, scope: Scope, run: Run): Outcome {
  const list = run.evaluate(node.list, scope);
  if (list instanceof FeelError) return orNull(list);
  if (!isList(list)) {
    run.evaluation.warn('INVALID_TYPE', `Expected a list but found ${typeOf(list)}.`, node.list);
    return null;
  }
  const { condition } = node;
  if (condition.kind === 'number') return elementAt(list, literal(condition));
  if (condition.kind === 'negation' && condition.operand.kind === 'number') {
    return elementAt(list, literal(condition.operand).negate());
  }
  if (!looksAtElements(condition)) {
    const index = run.evaluate(condition, scope);
    if (!(index instanceof FeelError) && isNumber(index)) return elementAt(list, index);
  }
  return orNull(fulfilling(list, (item) => run.evaluate(condition, withItem(scope, item)), run));
}

/** Conditions that the engine does not try as a position first. */
function looksAtElements(node: Node): boolean {
  if (node.kind === 'comparison') return node.operator !== '!=';
  return node.kind === 'call' || node.kind === 'member call';
}

function withItem(scope: Scope, item: FeelValue): Scope {
  const inner = scope.with('item', item);
  return item instanceof FeelContext ? new Scope(inner, item) : inner;
}

/** The condition's value for the first element tells whether it is a position. */
function fulfilling(list: FeelList, holds: (item: FeelValue) => Outcome, run: Run): Outcome {
  const [head, ...tail] = list;
  if (head === undefined) return [];
  run.evaluation.budget.list(list.length);
  const first = holds(head);
  if (first instanceof FeelError) return first;
  if (isNumber(first)) return elementAt(list, first);
  const kept = tail.filter((item) => holds(item) === true && item !== DROPPED);
  return first === true ? [head, ...kept] : kept;
}

/** Positions count from 1, or from the end below 0. */
export function elementAt(list: FeelList, index: FeelNumber): FeelValue {
  const isFromStart = index.signum() > 0;
  const position = isFromStart ? index.subtract(1) : index.add(list.length);
  if (position.signum() < 0 || position.compareTo(list.length) >= 0) return null;
  return list[toInt(position)] ?? null;
}
