import type { Json, JsonObject } from '@eventbridge-kit/connector';
import type { SyntaxNode } from '@lezer/common';
import { keyOf, operandsOf, stringValue } from './nodes.ts';

/** A value that an expression has whatever the variables are; undefined where it depends on them, or is no JSON. */
export interface Constant {
  readonly value: Json;
}

type Reader = (node: SyntaxNode, source: string) => Constant | undefined;

/** How a node gives its constant, by the node's name. A node that is not here has none. */
const READERS: Readonly<Record<string, Reader>> = {
  NumericLiteral: (node, source) => ({ value: Number(source.slice(node.from, node.to).replace(/\s/g, '')) }),
  StringLiteral: (node, source) => ({ value: stringValue(node, source) }),
  BooleanLiteral: (node, source) => ({ value: source.slice(node.from, node.to) === 'true' }),
  null: () => ({ value: null }),
  ParenthesizedExpression: (node, source) => {
    const [inner] = operandsOf(node);
    return inner && constantOf(inner, source);
  },
  List: (node, source) => {
    const values: Json[] = [];
    for (const item of operandsOf(node)) {
      const constant = constantOf(item, source);
      if (!constant) return undefined;
      values.push(constant.value);
    }
    return { value: values };
  },
  Context: (node, source) => {
    const value: JsonObject = {};
    for (const entry of node.getChildren('ContextEntry')) {
      const key = keyOf(entry, source);
      const content = entry.lastChild;
      const constant = content && constantOf(content, source);
      if (key === undefined || !constant) return undefined;
      Object.defineProperty(value, key, {
        value: constant.value,
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return { value };
  },
  ArithmeticExpression: (node, source) => {
    const [left, right] = operandsOf(node);
    const operator = node.getChild('ArithOp');
    if (!left || !right || !operator || source.slice(operator.from, operator.to) !== '+') return undefined;
    const a = constantOf(left, source)?.value;
    const b = constantOf(right, source)?.value;
    return typeof a === 'string' && typeof b === 'string' ? { value: a + b } : undefined;
  },
};

export function constantOf(node: SyntaxNode, source: string): Constant | undefined {
  return Object.hasOwn(READERS, node.name) ? READERS[node.name]?.(node, source) : undefined;
}
