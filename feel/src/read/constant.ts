import type { Json, JsonObject } from '@eventbridge-kit/issue';
import type { Node } from '../syntax/node.ts';

/** A value that an expression has whatever the variables are. */
export interface Constant {
  readonly value: Json;
}

/** The constant that a node is; undefined where it depends on variables, is calculated, or is no JSON. */
export function constantOf(node: Node): Constant | undefined {
  switch (node.kind) {
    case 'null':
      return { value: null };
    case 'boolean':
    case 'string':
      return { value: node.value };
    case 'number':
      // As written: what the engine cuts off from a number of more than 64 bits is for others to tell.
      return { value: Number(node.digits) };
    case 'negation':
      return node.operand.kind === 'number' ? { value: -Number(node.operand.digits) } : undefined;
    case 'list':
      return listOf(node.items);
    case 'context': {
      const values = listOf(node.entries.map(({ value }) => value));
      const object: JsonObject = {};
      node.entries.forEach(({ key }, index) => {
        const value = values?.value[index] ?? null;
        Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
      });
      return values && { value: object };
    }
    case 'arithmetic': {
      if (node.operator !== '+') return undefined;
      const [a, b] = [constantOf(node.left)?.value, constantOf(node.right)?.value];
      return typeof a === 'string' && typeof b === 'string' ? { value: a + b } : undefined;
    }
    default:
      return undefined;
  }
}

function listOf(nodes: readonly Node[]): { readonly value: Json[] } | undefined {
  const value: Json[] = [];
  for (const node of nodes) {
    const constant = constantOf(node);
    if (!constant) return undefined;
    value.push(constant.value);
  }
  return { value };
}
