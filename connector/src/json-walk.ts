import type { Json, JsonObject } from './json.ts';
import { setOwn } from './own.ts';

/** What to put in place of the leaves and keys of a JSON value. */
export interface JsonMapping {
  /** Called for each leaf: a string, number, boolean or null. */
  leaf(value: string | number | boolean | null, path: () => string[]): Json;
  /** Called for each key of an object; default: the key as it is. */
  key?(key: string): string;
}

interface Place {
  readonly parent: Place | undefined;
  readonly key: string;
}

/**
 * A copy of a JSON value with its leaves mapped. It keeps its own stack, so that a value of any depth is walked; own
 * `__proto__` keys stay plain keys.
 */
export function mapJson(root: Json, mapping: JsonMapping): Json {
  const holder: Json[] = [];
  const work: { value: Json; place: Place | undefined; put: (mapped: Json) => void }[] = [
    { value: root, place: undefined, put: (mapped) => holder.push(mapped) },
  ];
  for (let item = work.pop(); item !== undefined; item = work.pop()) {
    const { value, place, put } = item;
    if (Array.isArray(value)) {
      const copy: Json[] = new Array<Json>(value.length).fill(null);
      put(copy);
      value.forEach((child, index) =>
        work.push({
          value: child,
          place: { parent: place, key: String(index) },
          put: (mapped) => (copy[index] = mapped),
        }),
      );
    } else if (value !== null && typeof value === 'object') {
      const copy: JsonObject = {};
      put(copy);
      for (const key of Object.keys(value)) {
        const name = mapping.key?.(key) ?? key;
        // Reserves the place now: the stack is worked off from its end, and the order of keys must stay.
        setOwn(copy, name, null);
        work.push({
          value: value[key] as Json,
          place: { parent: place, key },
          put: (mapped) => setOwn(copy, name, mapped),
        });
      }
    } else put(mapping.leaf(value, () => pathOf(place)));
  }
  return holder[0] as Json;
}

function pathOf(place: Place | undefined): string[] {
  const path: string[] = [];
  for (let at = place; at !== undefined; at = at.parent) path.push(at.key);
  return path.reverse();
}
