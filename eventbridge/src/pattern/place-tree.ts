import type { EventLeaf, ListPlace } from './event-leaves.ts';

/** Elements that a match has settled on, one of a list: other fields of the same list must lie in the same element. */
export type Chosen = readonly ListPlace[];

/** Places of leaves, by list and index, so that those that go with a choice are found without asking all. */
export interface PlaceTree {
  /** Set where a leaf lies: the way to it. */
  places?: readonly ListPlace[];
  readonly below: Map<number, Map<number, PlaceTree>>;
}

export function treeOf(leaves: readonly EventLeaf[]): PlaceTree {
  const root: PlaceTree = { below: new Map() };
  for (const { places } of leaves) {
    let node = root;
    for (const { list, index } of places) {
      const byIndex = node.below.get(list) ?? new Map<number, PlaceTree>();
      node.below.set(list, byIndex);
      node = byIndex.get(index) ?? { below: new Map() };
      byIndex.set(index, node);
    }
    node.places = places;
  }
  return root;
}

/** Places of the leaves that lie in no other element of a list than the chosen one. */
export function* goingWith(tree: PlaceTree, way: Chosen): Generator<readonly ListPlace[]> {
  const open = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.places) yield node.places;
    for (const [list, byIndex] of node.below) {
      const index = chosenIn(list, way);
      const chosen = index === undefined ? byIndex.values() : [byIndex.get(index)];
      for (const inner of chosen) if (inner) open.push(inner);
    }
  }
}

/** Index of the element chosen in a list. */
export function chosenIn(list: number, way: Chosen): number | undefined {
  for (const place of way) if (place.list === list) return place.index;
  return undefined;
}
