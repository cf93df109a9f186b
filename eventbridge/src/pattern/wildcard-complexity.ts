import { parseWildcard, STAR } from './operators/wildcard.ts';
import type { Combination, FieldRule } from './read-pattern.ts';

/**
 * Places in wildcards at which AWS's matcher may be at once; from here on the rule is too complex. AWS names no number:
 * it was seen to take rules of 9 and to refuse rules of 11, as its library counts them.
 */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html#eb-filtering-wildcard-matching-complexity
// https://github.com/aws/event-ruler (MachineComplexityEvaluator), https://github.com/vals-ai/Valkyrie/pull/278 (9 and 12)
export const TOO_COMPLEX = 10;

/** True when some text would keep the matcher at that many places of one field's wildcards. */
export function isTooComplex(combinations: readonly Combination[]): boolean {
  return machinesOf(combinations).some((wildcards) => complexityOf(wildcards) >= TOO_COMPLEX);
}

/** One match type's texts with stars: those of an `anything-but` count together. */
type Wildcards = readonly string[];

/** The wildcards that are matched together: those of one field, after the same fields before it. */
function machinesOf(combinations: readonly Combination[]): Wildcards[][] {
  const ids = new Map<FieldRule, number>();
  const machines = new Map<string, Map<string, Wildcards>>();
  for (const combination of combinations) {
    let before = '';
    for (const field of [...combination.values()].sort((a, b) => (a.path < b.path ? -1 : 1))) {
      for (const matcher of field.matchers) {
        if (matcher.kind !== 'leaf' || !matcher.wildcards) continue;
        const key = `${before}|${field.path}`;
        const machine = machines.get(key) ?? new Map<string, Wildcards>();
        machines.set(key, machine.set(JSON.stringify(matcher.wildcards), matcher.wildcards));
      }
      if (!ids.has(field)) ids.set(field, ids.size);
      before += `,${ids.get(field) ?? ''}`;
    }
  }
  return [...machines.values()].map((machine) => [...machine.values()]);
}

interface Node {
  readonly id: number;
  /** The match type it belongs to; the ends of its texts are one place. */
  readonly group: number;
  readonly isStar: boolean;
  readonly next: Map<string, Node>;
  star?: Node;
}

/** The most places that any text leads to at once, or `TOO_COMPLEX` where it is no less. */
export function complexityOf(wildcards: readonly Wildcards[]): number {
  let ids = 0;
  const roots = wildcards.map((texts, group) => {
    const makeNode = (isStar: boolean): Node => ({ id: ids++, group, isStar, next: new Map() });
    const root = makeNode(false);
    for (const text of texts) {
      let node = root;
      for (const unit of parseWildcard(text)) {
        if (unit === STAR) {
          node = node.star ??= makeNode(true);
        } else {
          const next = node.next.get(unit) ?? makeNode(false);
          node.next.set(unit, next);
          node = next;
        }
      }
    }
    return root;
  });
  const seen = new Set<string>();
  const open = [roots];
  let most = 0;
  for (let nodes = open.pop(); nodes; nodes = open.pop()) {
    // One text beyond those that the nodes ask for stands for all others.
    for (const unit of new Set(['', ...nodes.flatMap(({ next }) => [...next.keys()])])) {
      const reached = step(nodes, unit);
      most = Math.max(most, placesOf(reached));
      if (most >= TOO_COMPLEX) return TOO_COMPLEX;
      const key = reached.map(({ id }) => id).join();
      if (!seen.has(key)) open.push(reached);
      seen.add(key);
    }
  }
  return most;
}

function placesOf(nodes: readonly Node[]): number {
  const places = nodes.map((node) => {
    const isEnd = node.next.size === 0 && !node.star && !node.isStar;
    return isEnd ? `end of ${node.group}` : node.id;
  });
  return new Set(places).size;
}

function step(nodes: readonly Node[], unit: string): Node[] {
  const reached = new Set<Node>();
  for (const node of nodes) {
    if (node.isStar) reached.add(node);
    const next = node.next.get(unit);
    if (!next) continue;
    reached.add(next);
    if (next.star) reached.add(next.star);
  }
  return [...reached].sort((a, b) => a.id - b.id);
}
