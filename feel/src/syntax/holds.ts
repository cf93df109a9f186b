import { childrenOf, type Node } from './node.ts';

type Test = (node: Node) => boolean;

const known = new WeakMap<Node, Map<Test, boolean>>();

/** Whether a node, or one below it, passes a test; looked up once for each node and test. */
export function holds(node: Node, test: Test): boolean {
  const results = known.get(node) ?? new Map<Test, boolean>();
  known.set(node, results);
  const result = results.get(test) ?? search(node, test);
  results.set(test, result);
  return result;
}

function search(node: Node, test: Test): boolean {
  const open = [node];
  for (let next = open.pop(); next; next = open.pop()) {
    if (test(next)) return true;
    open.push(...childrenOf(next));
  }
  return false;
}
