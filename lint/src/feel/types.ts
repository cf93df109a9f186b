import type { SyntaxNode } from '@lezer/common';
import { builtinOf } from './builtin.ts';
import { nameText, operandsOf } from './nodes.ts';

export type FeelType =
  'string' | 'number' | 'boolean' | 'null' | 'list' | 'context' | 'temporal' | 'range' | 'function';

/** The types that an expression's value can have; undefined where it may have any. */
export type FeelTypes = ReadonlySet<FeelType>;

type Reader = (node: SyntaxNode, source: string) => FeelTypes | undefined;

const always =
  (...types: FeelType[]): Reader =>
  () =>
    new Set(types);

/** How a node tells its types, by the node's name. A node that is not here may have any. */
const READERS: Readonly<Record<string, Reader>> = {
  NumericLiteral: always('number'),
  StringLiteral: always('string'),
  BooleanLiteral: always('boolean'),
  null: always('null'),
  List: always('list'),
  Context: always('context'),
  Interval: always('range'),
  FunctionDefinition: always('function'),
  DateTimeLiteral: always('temporal', 'null'),
  Comparison: always('boolean', 'null'),
  Conjunction: always('boolean', 'null'),
  Disjunction: always('boolean', 'null'),
  QuantifiedExpression: always('boolean', 'null'),
  InstanceOfExpression: always('boolean', 'null'),
  ForExpression: always('list', 'null'),
  ArithmeticExpression: always('string', 'number', 'temporal', 'null'),
  SimplePositiveUnaryTest: (node, source) => typesOfFirst(node, source),
  ParenthesizedExpression: (node, source) => typesOfFirst(node, source),
  IfExpression: (node, source) => {
    const [, then, otherwise] = operandsOf(node);
    const a = then && typesOf(then, source);
    const b = otherwise && typesOf(otherwise, source);
    return a && b ? new Set([...a, ...b]) : undefined;
  },
  FunctionInvocation: (node, source) => {
    const name = node.getChild('VariableName');
    const returns = name ? builtinOf(nameText(name, source))?.returns : undefined;
    return returns && new Set<FeelType>([returns, 'null']);
  },
};

export function typesOf(node: SyntaxNode, source: string): FeelTypes | undefined {
  return Object.hasOwn(READERS, node.name) ? READERS[node.name]?.(node, source) : undefined;
}

function typesOfFirst(node: SyntaxNode, source: string): FeelTypes | undefined {
  const [first] = operandsOf(node);
  return first && typesOf(first, source);
}

const WORDS: Readonly<Record<FeelType, string>> = {
  string: 'a string',
  number: 'a number',
  boolean: 'a boolean',
  null: 'null',
  list: 'a list',
  context: 'a context',
  temporal: 'a date, time or duration',
  range: 'a range',
  function: 'a function',
};

/** `a number or null`. */
export function typesText(types: FeelTypes): string {
  return [...types].map((type) => WORDS[type]).join(' or ');
}
