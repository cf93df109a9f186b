import { holds } from '../syntax/holds.ts';
import type { ForNode, Iterator, Node, QuantifiedNode, StepsNode } from '../syntax/node.ts';
import { add, isNumber, ONE, subtract, type FeelNumber } from '../values/number.ts';
import { FeelError, isList, typeOf, type FeelList, type FeelValue, type Outcome } from '../values/value.ts';
import { join, type Truth } from './logic.ts';
import { orNull, type Run } from './run.ts';
import type { Scope } from './scope.ts';

/** The numbers from one to another, upwards or downwards, in steps of 1. */
export function stepsOf(node: StepsNode, scope: Scope, run: Run): Outcome {
  const { evaluation } = run;
  const numberOf = (end: Node): FeelNumber | FeelError => {
    const value = run.evaluate(end, scope);
    if (value instanceof FeelError || isNumber(value)) return value;
    return evaluation.warn('INVALID_TYPE', `Expected a number but found ${typeOf(value)}.`, end);
  };
  const first = numberOf(node.start);
  const last = first instanceof FeelError ? first : numberOf(node.end);
  if (first instanceof FeelError) return first;
  if (last instanceof FeelError) return last;
  const rises = first.compareTo(last) < 0;
  // In doubles: a bound needs no digits.
  evaluation.budget.list(Math.floor(Math.abs(last.numberValue() - first.numberValue())) + 1);
  const numbers: FeelNumber[] = [];
  for (
    let next = first;
    rises ? next.compareTo(last) <= 0 : next.compareTo(last) >= 0;
    next = rises ? add(next, ONE) : subtract(next, ONE)
  ) {
    numbers.push(next);
  }
  return numbers;
}

type Variables = readonly (readonly [string, FeelValue])[];

/** Every combination of the lists' elements, the first list slowest; an error where one is no list. */
function combinations(iterators: readonly Iterator[], scope: Scope, run: Run): Iterable<Variables> | FeelError {
  const lists: (readonly [string, FeelList])[] = [];
  let wrong: FeelError | undefined;
  for (const { name, source } of iterators) {
    const list = run.evaluate(source, scope);
    if (list instanceof FeelError) wrong ??= list;
    else if (isList(list)) lists.push([name, list]);
    else {
      const found = run.evaluation.warn('INVALID_TYPE', `Expected a list but found ${typeOf(list)}.`, source);
      wrong ??= found;
    }
  }
  return wrong ?? combine(lists, 0);
}

/** An outer variable hides an inner one of its name. */
function* combine(lists: readonly (readonly [string, FeelList])[], at: number): Generator<Variables> {
  const [name, list] = lists[at] ?? ['', []];
  for (const item of list) {
    if (at + 1 >= lists.length) yield [[name, item]];
    else for (const inner of combine(lists, at + 1)) yield [...inner, [name, item]];
  }
}

export function loop(node: ForNode, scope: Scope, run: Run): Outcome {
  const { budget } = run.evaluation;
  const all = combinations(node.iterators, scope, run);
  if (all instanceof FeelError) return orNull(all);
  const seesPartial = holds(node.body, isPartial);
  const results: FeelValue[] = [];
  for (const variables of all) {
    budget.list(1);
    const inner = scope.withVariables(seesPartial ? [...variables, ['partial', copy(results, run)]] : variables);
    const result = run.evaluate(node.body, inner);
    // An error in a list becomes null where the list becomes a variable.
    results.push(result instanceof FeelError ? null : result);
  }
  return results;
}

function copy(results: readonly FeelValue[], run: Run): FeelList {
  run.evaluation.budget.step(results.length >> 4);
  run.evaluation.budget.make(results.length * 8);
  return [...results];
}

function isPartial(node: Node): boolean {
  return node.kind === 'name' && node.names[0] === 'partial';
}

export function quantified(node: QuantifiedNode, scope: Scope, run: Run): Outcome {
  const all = combinations(node.iterators, scope, run);
  if (all instanceof FeelError) return orNull(all);
  const ends = node.kind === 'some';
  let truth: Truth = !ends;
  for (const variables of all) {
    run.evaluation.budget.step();
    const condition = (): Outcome => run.evaluate(node.condition, scope.withVariables(variables));
    truth = join(truth, ends, condition, run.evaluation, node.condition);
    if (truth === ends) break;
  }
  return orNull(truth);
}
