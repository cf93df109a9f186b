/** A place in a file, both counted from 1; a column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const TAG_WITH_ID = /<[\w.:-]+(?:\s[^<>]*?)?\sid\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;

/** Where each element starts in a diagram's text, by its id. */
export function placesOf(xml: string): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  let line = 1;
  let lineStart = 0;
  for (const match of xml.matchAll(TAG_WITH_ID)) {
    for (let end = xml.indexOf('\n', lineStart); end >= 0 && end < match.index; end = xml.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    const id = match[1] ?? match[2] ?? '';
    if (!places.has(id)) places.set(id, { line, column: match.index - lineStart + 1 });
  }
  return places;
}
