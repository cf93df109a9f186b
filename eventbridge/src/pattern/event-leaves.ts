import type { ExactJson, ExactLeaf, ExactObject } from '../exact-json.ts';
import { comparableNumber } from './comparable-number.ts';
import { rawOf, type Leaf } from './matcher.ts';

/** A list of the event and the place in it. A list of plain values gives none: its values stand for one field. */
export interface ListPlace {
  /** Number of the list in the event. */
  readonly list: number;
  readonly index: number;
}

/** A leaf of the event, and the elements of lists that it lies in, outermost first. */
export interface EventLeaf {
  readonly leaf: Leaf;
  readonly places: readonly ListPlace[];
}

/** Leaves of an event by path, of those paths alone that a pattern asks for. */
export type EventLeaves = ReadonlyMap<string, readonly EventLeaf[]>;

/** Paths that a pattern asks for, with the ways to them. */
export class Paths {
  readonly #ways = new Set<string>();
  readonly #ends: ReadonlySet<string>;

  constructor(ends: Iterable<string>) {
    this.#ends = new Set(ends);
    for (const end of this.#ends)
      for (let dot = end.indexOf('.'); dot >= 0; dot = end.indexOf('.', dot + 1)) this.#ways.add(end.slice(0, dot));
  }

  /** True when the path is one of them, or leads to one. */
  lead(path: string): boolean {
    return this.#ends.has(path) || this.#ways.has(path);
  }
}

/** Collects the leaves. A name with dots is the same path as names nested in each other. */
export function leavesOf(event: ExactObject, paths: Paths): EventLeaves {
  const leaves = new Map<string, EventLeaf[]>();
  let lists = 0;
  const visit = (value: ExactJson, path: string, places: readonly ListPlace[]): void => {
    if (value.kind === 'object') {
      for (const [name, inner] of value.members) {
        const at = path === '' ? name : `${path}.${name}`;
        if (paths.lead(at)) visit(inner, at, places);
      }
    } else if (value.kind === 'array') {
      const list = lists++;
      for (const [index, item] of value.items.entries())
        visit(item, path, item.kind === 'object' || item.kind === 'array' ? [...places, { list, index }] : places);
    } else {
      const found = leaves.get(path);
      const leaf = { leaf: toLeaf(value), places };
      if (found) found.push(leaf);
      else leaves.set(path, [leaf]);
    }
  };
  visit(event, '', []);
  return leaves;
}

function toLeaf(value: ExactLeaf): Leaf {
  const number = value.kind === 'number' ? comparableNumber(value.text) : undefined;
  return { raw: rawOf(value), ...(number !== undefined && { number }) };
}
