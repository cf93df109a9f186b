import type { CompareOperator, Node } from './node.ts';
import { range } from './range.ts';
import { start, type Reader, type Rules } from './reader.ts';
import { qualifiedName } from './values.ts';

const COMPARE: readonly CompareOperator[] = ['<=', '>=', '<', '>', '!=', '='];
const INPUT_COMPARE: readonly CompareOperator[] = ['<=', '>=', '<', '>'];
const TYPES = ['years and months duration', 'days and time duration', 'date and time', 'function'];

/** A sum, or two of them compared: comparisons are not chained. */
export function comparison(reader: Reader, rules: Rules): Node | undefined {
  const left = rules.math(reader);
  if (left === undefined) return undefined;
  const attempts = [binary, between, instanceOf, isIn];
  for (const attempt of attempts) {
    const node = reader.attempt(() => attempt(reader, left, rules));
    if (node !== undefined) return node;
  }
  return left;
}

function binary(reader: Reader, left: Node, rules: Rules): Node | undefined {
  const operator = operatorOf(reader, COMPARE);
  const right = operator && rules.math(reader);
  return operator && right && { kind: 'comparison', from: left.from, to: right.to, operator, left, right };
}

function between(reader: Reader, value: Node, rules: Rules): Node | undefined {
  const low = reader.skip('between') && rules.math(reader);
  const high = low && reader.skip('and') && rules.math(reader);
  return low && high && { kind: 'between', from: value.from, to: high.to, value, low, high };
}

function instanceOf(reader: Reader, value: Node): Node | undefined {
  if (reader.token('instance') === undefined || reader.token('of') === undefined) return undefined;
  const type = reader.token(...TYPES) ?? qualifiedName(reader)?.names.join('.');
  return type === undefined ? undefined : { kind: 'instance of', from: value.from, to: reader.pos, value, type };
}

function isIn(reader: Reader, value: Node, rules: Rules): Node | undefined {
  if (reader.token('in') === undefined) return undefined;
  const test = reader.attempt(() => bracketedTests(reader, rules)) ?? positiveTest(reader, rules);
  return test && { kind: 'in', from: value.from, to: reader.pos, value, test };
}

function bracketedTests(reader: Reader, rules: Rules): Node | undefined {
  const tests = reader.skip('(') && positiveTests(reader, rules);
  return tests && reader.token(')') !== undefined ? tests : undefined;
}

/** All that a unary test may be: a decision table's cell. */
export function unaryTests(reader: Reader, rules: Rules): Node | undefined {
  return reader.attempt(() => negatedTests(reader, rules)) ?? positiveTests(reader, rules) ?? anyInput(reader);
}

function negatedTests(reader: Reader, rules: Rules): Node | undefined {
  const from = start(reader);
  const test = reader.skip('not') && bracketedTests(reader, rules);
  return test && { kind: 'not', from, to: reader.pos, test };
}

function positiveTests(reader: Reader, rules: Rules): Node | undefined {
  const from = start(reader);
  const tests = reader.list(() => positiveTest(reader, rules), 1);
  const [first, ...others] = tests ?? [];
  return tests && others.length > 0 ? { kind: 'any of', from, to: reader.pos, tests } : first;
}

function positiveTest(reader: Reader, rules: Rules): Node | undefined {
  const test = truthAtEnd(reader) ?? inputTest(reader, rules);
  if (test !== undefined) return test;
  const expression = rules.expression(reader);
  return expression && { kind: 'unary test', from: expression.from, to: expression.to, test: expression };
}

/** `true` or `false` as the whole test. */
function truthAtEnd(reader: Reader): Node | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const word = reader.token('true', 'false');
    const to = reader.pos;
    reader.space();
    if (word === undefined || reader.rest) return undefined;
    const operand: Node = { kind: 'boolean', from, to, value: word === 'true' };
    return { kind: 'input test', from, to, operator: '=', operand };
  });
}

/** A comparison or a range that the input is held against. */
export function inputTest(reader: Reader, rules: Rules): Node | undefined {
  const comparing = reader.attempt((): Node | undefined => {
    const from = start(reader);
    const operator = operatorOf(reader, INPUT_COMPARE);
    const operand = operator && rules.math(reader);
    return operator && operand && { kind: 'input test', from, to: operand.to, operator, operand };
  });
  const found = comparing ? undefined : range(reader, rules);
  return comparing ?? (found && { kind: 'input range', from: found.from, to: found.to, range: found });
}

function anyInput(reader: Reader): Node | undefined {
  const from = start(reader);
  return reader.token('-') === undefined ? undefined : { kind: 'boolean', from, to: reader.pos, value: true };
}

function operatorOf(reader: Reader, operators: readonly CompareOperator[]): CompareOperator | undefined {
  const token = reader.token(...operators);
  return operators.find((operator) => operator === token);
}
