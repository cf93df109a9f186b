/** A position in a file, both counted from 1; a column counts UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** What looks like an element and is none: comments, CDATA, instructions; one without an end goes to the end. */
const NO_ELEMENT = String.raw`<!--[^]*?(?:-->|$)|<!\[CDATA\[[^]*?(?:\]\]>|$)|<\?[^]*?(?:\?>|$)`;

const NAME = String.raw`[^\s<>"'=/!?]+`;

/** An attribute; its value may hold a `>`, or what looks like another attribute. */
const ATTRIBUTE = String.raw`\s+(${NAME})\s*=\s*(?:"([^"]*)"|'([^']*)')`;

/** A start tag, with the text of its attributes. */
const START_TAG = String.raw`<${NAME}((?:${ATTRIBUTE.replaceAll(/\((?!\?)/g, '(?:')})*)\s*/?>`;

/** Where each element starts in a diagram's text, by its id: the first of that id. */
export function positionsOf(xml: string): ReadonlyMap<string, Position> {
  const positions = new Map<string, Position>();
  let line = 1;
  let lineStart = 0;
  for (const { 1: attributes = '', index } of xml.matchAll(new RegExp(`${NO_ELEMENT}|${START_TAG}`, 'g'))) {
    const id = idIn(attributes);
    if (id === undefined) continue;
    for (let end = xml.indexOf('\n', lineStart); end >= 0 && end < index; end = xml.indexOf('\n', lineStart)) {
      line += 1;
      lineStart = end + 1;
    }
    if (!positions.has(id)) positions.set(id, { line, column: index - lineStart + 1 });
  }
  return positions;
}

function idIn(attributes: string): string | undefined {
  for (const [, name, double, single] of attributes.matchAll(new RegExp(ATTRIBUTE, 'g'))) {
    if (name === 'id') return double ?? single;
  }
  return undefined;
}
