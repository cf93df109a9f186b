import type { Node, TextRange } from '../syntax/node.ts';

/** A variable, with the members and constant indexes that follow: `response.entries[1].eventId`. */
export interface FeelPath extends TextRange {
  /** A filter that is no constant index ends the path. */
  readonly segments: readonly (string | number)[];
  /** True where the expression itself may define the variable: a context's key, a loop, a parameter, a filter's item. */
  readonly isLocal: boolean;
}

/** The path that a node is; undefined where it does not start at a variable. */
export function pathOf(node: Node): Omit<FeelPath, 'isLocal'> | undefined {
  const segments: (string | number)[] = [];
  for (let at: Node = node; ;) {
    switch (at.kind) {
      case 'name':
        return { segments: [...at.names, ...segments.reverse()], from: node.from, to: node.to };
      case 'path':
        segments.push(at.name);
        at = at.target;
        break;
      case 'filter': {
        const index = indexOf(at.condition);
        // A filter whose index is unknown leaves no sure way on.
        if (index === undefined) segments.length = 0;
        else segments.push(index);
        at = at.list;
        break;
      }
      default:
        return undefined;
    }
  }
}

function indexOf(condition: Node): number | undefined {
  if (condition.kind === 'number') return Math.trunc(Number(condition.digits));
  if (condition.kind !== 'negation' || condition.operand.kind !== 'number') return undefined;
  return -Math.trunc(Number(condition.operand.digits));
}
