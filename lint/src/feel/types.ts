import type { SyntaxNode } from '@lezer/common';
import { builtinOf } from './builtin.ts';
import type { FeelType, FeelTypes } from './feel-type.ts';
import { nameText, operandsOf } from './nodes.ts';

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
  ArithmeticExpression: (node, source) => {
    const operator = node.getChild('ArithOp');
    const sign = operator && source.slice(operator.from, operator.to);
    // Only "+" joins strings, and only two of them.
    const canJoin = operandsOf(node).every((operand) => typesOf(operand, source)?.has('string') ?? true);
    return new Set<FeelType>([...(sign === '+' && canJoin ? (['string'] as const) : []), 'number', 'temporal', 'null']);
  },
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
