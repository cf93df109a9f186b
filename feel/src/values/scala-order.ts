const BITS_A_LEVEL = 5;
const MASK = (1 << BITS_A_LEVEL) - 1;

interface Hashed<T> {
  readonly hash: number;
  readonly entry: readonly [string, T];
}

/**
 * Entries in the order of Scala's immutable hash map, in which the engine keeps more than four: by the hash of the key,
 * five bits a level; what stands alone on a level comes before what shares a place.
 * https://github.com/scala/scala/blob/v2.13.15/src/library/scala/collection/immutable/HashMap.scala
 */
export function scalaOrder<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return ordered(
    entries.map((entry) => ({ hash: improve(javaHash(entry[0])), entry })),
    0,
  );
}

function ordered<T>(entries: readonly Hashed<T>[], shift: number): readonly (readonly [string, T])[] {
  if (shift >= 32) return entries.map(({ entry }) => entry);
  const places = new Map<number, Hashed<T>[]>();
  for (const hashed of entries) {
    const place = (hashed.hash >>> shift) & MASK;
    places.set(place, [...(places.get(place) ?? []), hashed]);
  }
  const groups = [...places].sort(([a], [b]) => a - b).map(([, group]) => group);
  const alone = groups.filter((group) => group.length === 1).map(([only]) => only?.entry ?? fail());
  const shared = groups.filter((group) => group.length > 1);
  return [...alone, ...shared.flatMap((group) => ordered(group, shift + BITS_A_LEVEL))];
}

function fail(): never {
  throw new Error('A group of one has one.');
}

// https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/String.html#hashCode()
function javaHash(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
  return hash;
}

// https://github.com/scala/scala/blob/v2.13.15/src/library/scala/collection/Hashing.scala
function improve(code: number): number {
  let hash = (code + ~(code << 9)) | 0;
  hash ^= hash >>> 14;
  hash = (hash + (hash << 4)) | 0;
  return hash ^ (hash >>> 10);
}
