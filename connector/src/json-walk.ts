import { setOwn, type Json, type JsonObject } from '@eventbridge-kit/issue';

/** What to put in place of the leaves and keys of a JSON value. */
interface JsonMapping {
  /** Called for each leaf: a string, number, boolean or null. */
  leaf(value: string | number | boolean | null, path: () => string[]): Json;
  /** Called for each key of an object; default: the key as it is. */
  key?(key: string): string;
}

/**
 * Whether a test holds for a key or a leaf of a JSON value, of any depth: most values need no copy.
 *
 * @param test called for each key of an object and each leaf
 */
export function someInJson(root: Json, test: (part: string | number | boolean | null) => boolean): boolean {
  const rest: Json[] = [root];
  for (let value = rest.pop(); value !== undefined; value = rest.pop()) {
    if (typeof value !== 'object' || value === null) {
      if (test(value)) return true;
    } else if (Array.isArray(value)) {
      // What a caller left undefined is no JSON, and no end either.
      for (const item of value as (Json | undefined)[]) rest.push(item ?? null);
    } else {
      for (const key of Object.keys(value)) {
        if (test(key)) return true;
        rest.push(value[key] ?? null);
      }
    }
  }
  return false;
}

/** A list or an object on the way to where the walk is. */
interface Frame {
  readonly parent: Frame | undefined;
  readonly source: Json[] | JsonObject;
  readonly copy: Json[] | JsonObject;
  /** Of an object. */
  readonly keys: readonly string[] | undefined;
  readonly size: number;
  /** The child that the walk is at. */
  index: number;
}

/**
 * A copy of a JSON value with its leaves mapped. It keeps its own stack, so that a value of any depth is walked; own
 * `__proto__` keys stay plain keys. Every job is walked several times, so nothing is made for a leaf but its copy.
 */
export function mapJson(root: Json, mapping: JsonMapping): Json {
  let frame: Frame | undefined;
  const path = (): string[] => pathOf(frame);
  if (typeof root !== 'object' || root === null) return mapping.leaf(root, path);
  const first = frameOf(root, undefined);
  frame = first;
  while (frame !== undefined) {
    if (frame.index === frame.size) {
      frame = frame.parent;
      if (frame !== undefined) frame.index += 1;
      continue;
    }
    const { source, index, keys } = frame;
    const key = keys?.[index];
    const child = key === undefined ? (source as Json[])[index] : (source as JsonObject)[key];
    if (typeof child === 'object' && child !== null) {
      const inner = frameOf(child, frame);
      put(frame, key, inner.copy, mapping);
      frame = inner;
    } else {
      // A value that is no JSON, undefined for one, is the caller's to map.
      put(frame, key, mapping.leaf(child as string | number | boolean | null, path), mapping);
      frame.index += 1;
    }
  }
  return first.copy;
}

function frameOf(source: Json[] | JsonObject, parent: Frame | undefined): Frame {
  if (Array.isArray(source)) {
    return { parent, source, copy: new Array<Json>(source.length), keys: undefined, size: source.length, index: 0 };
  }
  const keys = Object.keys(source);
  return { parent, source, copy: {}, keys, size: keys.length, index: 0 };
}

/** @param key undefined in a list */
function put({ copy, index }: Frame, key: string | undefined, value: Json, mapping: JsonMapping): void {
  if (key === undefined) (copy as Json[])[index] = value;
  else setOwn(copy as JsonObject, mapping.key?.(key) ?? key, value);
}

function pathOf(last: Frame | undefined): string[] {
  const path: string[] = [];
  for (let at = last; at !== undefined; at = at.parent) path.push(at.keys?.[at.index] ?? String(at.index));
  return path.reverse();
}
