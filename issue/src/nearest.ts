/** The furthest a text usually may be from a name to be taken for a slip, in single edits. */
const MAX_EDITS = 2;

/** Longest text for which a name is looked for, in UTF-16 units. */
const MAX_CHARS = 60;

/**
 * The name that a mistyped text most likely means; case counts for nothing. Undefined when none is near.
 *
 * @param maxEdits the furthest it may be, in single edits
 */
export function nearest(text: string, names: readonly string[], maxEdits: number = MAX_EDITS): string | undefined {
  if (text.length > MAX_CHARS) return undefined;
  const wanted = text.toLowerCase();
  let best: string | undefined;
  // A short name is another word after few edits.
  let bestEdits = Math.min(maxEdits, Math.floor(text.length / 3)) + 1;
  for (const name of names) {
    const edits = editDistance(wanted, name.toLowerCase(), bestEdits);
    if (edits < bestEdits) [best, bestEdits] = [name, edits];
  }
  return best;
}

/** Levenshtein distance with neighbouring letters swapped as one edit; `limit` where it is no less. */
// https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance (optimal string alignment)
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (beforeLast[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
