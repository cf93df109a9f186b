import { builtinOf } from '../builtins/info.ts';
import type { Node } from '../syntax/node.ts';

export type FeelType =
  'string' | 'number' | 'boolean' | 'null' | 'list' | 'context' | 'temporal' | 'range' | 'function';

/** The types that an expression's value can have; undefined where it may have any. */
export type FeelTypes = ReadonlySet<FeelType>;

function only(...types: FeelType[]): FeelTypes {
  return new Set(types);
}

/** The types that a node's value can have, as far as the node itself tells. */
export function typesOf(node: Node): FeelTypes | undefined {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'boolean':
    case 'null':
    case 'list':
    case 'context':
    case 'function':
      return only(node.kind);
    case 'range':
      return only('range');
    case 'temporal':
      return only('temporal', 'null');
    case 'for':
    case 'steps':
      return only('list', 'null');
    case 'comparison':
    case 'between':
    case 'and':
    case 'or':
    case 'some':
    case 'every':
    case 'in':
    case 'instance of':
    case 'not':
    case 'any of':
    case 'input test':
    case 'input range':
    case 'unary test':
      return only('boolean', 'null');
    case 'negation':
      return only('number', 'null');
    case 'arithmetic': {
      // Only "+" joins strings, and only two of them.
      const canBeText = (operand: Node): boolean => typesOf(operand)?.has('string') ?? true;
      const canJoin = node.operator === '+' && canBeText(node.left) && canBeText(node.right);
      return new Set([...(canJoin ? only('string') : []), ...only('number', 'temporal', 'null')]);
    }
    case 'if': {
      const [then, otherwise] = [typesOf(node.then), typesOf(node.otherwise)];
      return then && otherwise ? new Set([...then, ...otherwise]) : undefined;
    }
    case 'call': {
      const result = builtinOf(node.name)?.result;
      return result && only(result, 'null');
    }
    case 'name':
    case 'path':
    case 'filter':
    case 'member call':
    case 'input':
    case 'external':
      return undefined;
    default:
      return node satisfies never;
  }
}
