import { type Json, isJsonObject, getOwn } from '@eventbridge-kit/issue';

/** An object under construction. */
interface Container {
  [key: string]: unknown;
}

/** A definition has few paths, and each is followed in job after job. */
const splitPaths = new Map<string, readonly string[]>();

function segmentsOf(path: string): readonly string[] {
  const known = splitPaths.get(path);
  if (known !== undefined) return known;
  const segments = path.split('.');
  if (splitPaths.size < MAX_SPLIT_PATHS) splitPaths.set(path, segments);
  return segments;
}

/** More paths than the definitions of one program have. */
const MAX_SPLIT_PATHS = 1_000;

/** The value at a dotted path, own members only; undefined where there is none. */
export function readPath(variables: unknown, path: string): Json | undefined {
  // What a job carries is JSON; a caller's other values are read as far as they look like it.
  let value = variables as Json | undefined;
  for (const segment of segmentsOf(path)) {
    if (!isJsonObject(value)) return undefined;
    value = getOwn(value, segment);
  }
  return value;
}

/** All paths that hold other paths, outermost first. */
export function containersOf(paths: readonly string[]): string[] {
  const containers = new Set<string>();
  for (const path of paths) {
    const segments = path.split('.').slice(0, -1);
    segments.forEach((_, index) => containers.add(segments.slice(0, index + 1).join('.')));
  }
  return [...containers];
}

/** An object with an empty object at each of these paths, outermost first. */
export function newContainers(containers: readonly string[]): Container {
  const root: Container = {};
  for (const path of containers) writePath(root, path, {});
  return root;
}

/** Defines the member at the path; never reaches a prototype, whatever the segment is called. */
export function writePath(root: Container, path: string, value: unknown): void {
  const segments = segmentsOf(path);
  const last = segments.at(-1) ?? path;
  let container = root;
  for (let at = 0; at < segments.length - 1; at += 1) {
    const segment = segments[at] ?? '';
    const inner: unknown = Object.hasOwn(container, segment) ? container[segment] : undefined;
    if (typeof inner !== 'object' || inner === null) return;
    container = inner as Container;
  }
  // Defining a property costs many times an assignment, and only this name needs it.
  if (last === '__proto__') {
    Object.defineProperty(container, last, { value, enumerable: true, configurable: true, writable: true });
  } else {
    container[last] = value;
  }
}
