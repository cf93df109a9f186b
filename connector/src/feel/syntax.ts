import type { parseExpression } from '@bpmn-io/feelin';

export type SyntaxNode = ReturnType<typeof parseExpression>['topNode'];

/** The parts of a node, comments left out. */
export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (!child.name.endsWith('Comment')) children.push(child);
  }
  return children;
}

/** Whether a node is the function of a call. */
export function isCalled(node: SyntaxNode): boolean {
  return node.parent?.name === 'FunctionInvocation' && node.parent.firstChild?.from === node.from;
}
