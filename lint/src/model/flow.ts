import { childOf, isOfType, read, type Node } from './node.ts';
import type { Scope } from './walk.ts';

/** Most steps taken through one scope: a diagram that needs more is left alone, so that no diagram freezes a host. */
const MAX_STEPS = 200_000;

/** Gateways that send a token into one way only. */
const CHOOSES_ONE = ['bpmn:ExclusiveGateway', 'bpmn:EventBasedGateway', 'bpmn:ComplexGateway'];

/** The ways between the elements of a scope. */
interface Flows {
  /** Sequence flows by the element that they leave. */
  readonly outgoing: ReadonlyMap<Node, readonly Node[]>;
  /** Where a token goes from each element: along the flows, and from an activity to its boundary events. */
  readonly next: ReadonlyMap<Node, readonly Node[]>;
}

/** Elements looked at between two pauses. */
const PAUSE_AFTER = 500;

/**
 * For each fork of a scope, the elements that lie in one of its branches only, with the number of that branch. Nothing
 * where the work may pause.
 */
export function* forksOf({ elements }: Scope): Generator<ReadonlyMap<Node, number> | undefined> {
  const { outgoing, next } = yield* flowsOf(elements);
  let steps = 0;
  for (const element of elements) {
    const flows = outgoing.get(element) ?? [];
    // most elements of a diagram go on one way: they are not looked at further
    const targets = flows.length < 2 ? [] : forkTargets(element, flows);
    if (targets.length < 2) continue;
    const branchOf = new Map<Node, number>();
    for (const [branch, target] of targets.entries()) {
      for (const node of reach(target, next, MAX_STEPS - steps)) {
        branchOf.set(node, branchOf.has(node) ? MANY : branch);
        steps += 1;
      }
    }
    if (steps >= MAX_STEPS) return;
    for (const [node, branch] of branchOf) if (branch === MANY) branchOf.delete(node);
    yield branchOf;
  }
}

/** An element that lies behind a join, or behind more than one branch for another reason. */
const MANY = -1;

function* flowsOf(elements: readonly Node[]): Generator<undefined, Flows> {
  const outgoing = new Map<Node, Node[]>();
  const next = new Map<Node, Node[]>();
  for (const [index, element] of elements.entries()) {
    if (index % PAUSE_AFTER === PAUSE_AFTER - 1) yield;
    if (isOfType(element, 'bpmn:SequenceFlow')) {
      const source = childOf(element, 'sourceRef');
      add(outgoing, source, element);
      add(next, source, childOf(element, 'targetRef'));
    }
    if (isOfType(element, 'bpmn:BoundaryEvent')) add(next, childOf(element, 'attachedToRef'), element);
  }
  return { outgoing, next };
}

function add(lists: Map<Node, Node[]>, from: Node | undefined, to: Node | undefined): void {
  if (!from || !to) return;
  const known = lists.get(from);
  if (known) known.push(to);
  else lists.set(from, [to]);
}

/** First elements of the branches that run beside each other; none where an element does not fork. */
function forkTargets(element: Node, flows: readonly Node[]): Node[] {
  if (CHOOSES_ONE.some((type) => isOfType(element, type))) return [];
  // A condition may leave a branch out, except at a gateway that is there to take several.
  const mayFork = (flow: Node): boolean =>
    isOfType(element, 'bpmn:InclusiveGateway') || read(flow, 'conditionExpression') === undefined;
  return flows.filter(mayFork).flatMap((flow) => childOf(flow, 'targetRef') ?? []);
}

function reach(start: Node, next: ReadonlyMap<Node, readonly Node[]>, limit: number): ReadonlySet<Node> {
  const reached = new Set<Node>([start]);
  for (const node of reached) {
    if (reached.size > limit) break;
    for (const target of next.get(node) ?? []) reached.add(target);
  }
  return reached;
}
