import { childOf, childrenOf, isOfType, read, type Node } from './node.ts';
import type { Scope } from './walk.ts';

/** Most steps taken through one scope: a diagram that needs more is left alone, so that no diagram freezes a host. */
const MAX_STEPS = 200_000;

/** Gateways that send a token into one way only. */
const CHOOSES_ONE = ['bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway', 'bpmn:ComplexGateway'];

/** For each fork of a scope, the elements that each of its branches leads to. */
export function* forkBranches({ elements }: Scope): Generator<readonly ReadonlySet<Node>[]> {
  const next = stepsOf(elements);
  let steps = 0;
  for (const element of elements) {
    const targets = forkTargets(element);
    if (targets.length < 2) continue;
    const branches = targets.map((target) => {
      const reached = reach(target, next, MAX_STEPS - steps);
      steps += reached.size;
      return reached;
    });
    if (steps >= MAX_STEPS) return;
    yield branches;
  }
}

/** Where a token goes from each element: along the flows, and from an activity to its boundary events. */
function stepsOf(elements: readonly Node[]): ReadonlyMap<Node, readonly Node[]> {
  const steps = new Map<Node, Node[]>();
  const add = (from: Node | undefined, to: Node | undefined): void => {
    if (!from || !to) return;
    const known = steps.get(from);
    if (known) known.push(to);
    else steps.set(from, [to]);
  };
  for (const element of elements) {
    if (isOfType(element, 'bpmn:SequenceFlow')) add(childOf(element, 'sourceRef'), childOf(element, 'targetRef'));
    if (isOfType(element, 'bpmn:BoundaryEvent')) add(childOf(element, 'attachedToRef'), element);
  }
  return steps;
}

/** First elements of the branches that run beside each other; none where an element does not fork. */
function forkTargets(element: Node): Node[] {
  if (CHOOSES_ONE.some((type) => isOfType(element, type))) return [];
  // A condition may leave a branch out, except at a gateway that is there to take several.
  const mayFork = (flow: Node): boolean =>
    isOfType(element, 'bpmn:InclusiveGateway') || read(flow, 'conditionExpression') === undefined;
  return childrenOf(element, 'outgoing')
    .filter(mayFork)
    .flatMap((flow) => childOf(flow, 'targetRef') ?? []);
}

function reach(start: Node, next: ReadonlyMap<Node, readonly Node[]>, limit: number): ReadonlySet<Node> {
  const reached = new Set<Node>([start]);
  for (const node of reached) {
    if (reached.size > limit) break;
    for (const target of next.get(node) ?? []) reached.add(target);
  }
  return reached;
}
