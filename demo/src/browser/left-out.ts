/** Parts of XML that a modeler does not keep: comments and instructions, but not those inside of CDATA. */
const PARTS = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?(?!xml\s)[\s\S]*?\?>/g;

/** What of a file that was read without a problem a modeler would not write again; a sentence for each kind. */
export function leftOut(xml: string, unresolved: readonly string[]): readonly string[] {
  const parts = [...xml.matchAll(PARTS)].filter(([part]) => !part.startsWith('<![CDATA['));
  const lines = parts.map(({ index }) => xml.slice(0, index).split('\n').length);
  return [
    ...(lines.length > 0
      ? [
          `Saving leaves out the comments and processing instructions of the file: lines ${[...new Set(lines)].join(', ')}.`,
        ]
      : []),
    ...(unresolved.length > 0
      ? [
          `Saving leaves out what refers to elements that the file does not have: ${[...new Set(unresolved)].join(', ')}.`,
        ]
      : []),
  ];
}
