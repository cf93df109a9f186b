import type { EventLeaves, ListPlace } from './event-leaves.ts';
import { chosenIn, goingWith, treeOf, type Chosen, type PlaceTree } from './place-tree.ts';
import type { FieldRule } from './read-pattern.ts';

/**
 * Steps of one match. Only lists in lists by the thousand, under names with dots that mean several fields at once, take
 * more; such an event does not match.
 */
const MAX_STEPS = 250_000;

/** An event's leaves as the fields of one pattern ask for them; what was found for one combination serves the others. */
export class FieldLeaves {
  readonly #leaves: EventLeaves;
  readonly #fitting = new Map<FieldRule, PlaceTree>();
  #steps = 0;

  constructor(leaves: EventLeaves) {
    this.#leaves = leaves;
  }

  /** Where the leaves lie that fit the field. */
  fitting(field: FieldRule): PlaceTree {
    let tree = this.#fitting.get(field);
    if (!tree) {
      const fits = field.matchers.flatMap((matcher) => (matcher.kind === 'leaf' ? [matcher.test] : []));
      tree = treeOf(this.all(field).filter(({ leaf }) => fits.some((test) => test(leaf))));
      this.#fitting.set(field, tree);
    }
    return tree;
  }

  all({ path }: FieldRule): NonNullable<ReturnType<EventLeaves['get']>> {
    return this.#leaves.get(path) ?? [];
  }

  /** False when there were too many. */
  step(): boolean {
    this.#steps += 1;
    return this.#steps <= MAX_STEPS;
  }
}

/**
 * True when every field matches, all in elements of lists that go together. Fields are taken in the order of their
 * paths, as AWS's matcher takes them: a field that must not exist is looked for in the elements that those before it chose.
 */
export function matchesCombination(fields: readonly FieldRule[], leaves: FieldLeaves): boolean {
  const lastUse = lastUses(fields, leaves);
  let ways: readonly Chosen[] = [[]];
  for (const [place, field] of fields.entries()) {
    const next = new Map<string, Chosen>();
    const add = (way: Chosen, places: readonly ListPlace[]): void => {
      const kept = keep(way, places, (list) => (lastUse.get(list) ?? -1) > place);
      next.set(nameOf(kept), kept);
    };
    const absent = field.matchers.some(({ kind }) => kind === 'absent') ? treeOf(leaves.all(field)) : undefined;
    const fitting = leaves.fitting(field);
    for (const way of ways) {
      if (absent && goingWith(absent, way).next().done === true) add(way, []);
      for (const places of goingWith(fitting, way)) {
        if (!leaves.step()) return false;
        add(way, places);
      }
    }
    if (next.size === 0) return false;
    ways = [...next.values()];
  }
  return true;
}

/** The last field that has a leaf in a list: from there on the choice in that list no longer matters. */
function lastUses(fields: readonly FieldRule[], leaves: FieldLeaves): Map<number, number> {
  const uses = new Map<number, number>();
  for (const [place, field] of fields.entries())
    for (const { places } of leaves.all(field)) for (const { list } of places) uses.set(list, place);
  return uses;
}

/** The choice with more places in it, of those lists alone that matter later. */
function keep(way: Chosen, places: readonly ListPlace[], matters: (list: number) => boolean): Chosen {
  const kept = way.filter(({ list }) => matters(list));
  for (const place of places) if (matters(place.list) && chosenIn(place.list, way) === undefined) kept.push(place);
  return kept.sort((a, b) => a.list - b.list);
}

function nameOf(way: Chosen): string {
  let name = '';
  for (const { list, index } of way) name += `${list}:${index};`;
  return name;
}
