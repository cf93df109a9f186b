import type { SyntaxNode } from '@lezer/common';
import { operandsOf } from './nodes.ts';

/** The expressions of which one is the value: what stands behind `then` and `else`, however deep. */
export function leavesOf(root: SyntaxNode): SyntaxNode[] {
  const leaves: SyntaxNode[] = [];
  const open = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    const operands = operandsOf(node);
    const [first, then, otherwise] = operands;
    if (node.name === 'ParenthesizedExpression' && first) open.push(first);
    else if (node.name === 'IfExpression' && then && otherwise) open.push(otherwise, then);
    else leaves.push(node);
  }
  return leaves;
}
