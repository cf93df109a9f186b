/** Pieces of Markdown. */

/** A cell of a table: one line, pipes escaped. */
function cell(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');
}

/** A table of two columns without a head worth reading. */
export function factTable(facts: readonly (readonly [string, string])[]): string {
  return ['| | |', '| --- | --- |', ...facts.map(([name, value]) => `| ${cell(name)} | ${cell(value)} |`)].join('\n');
}

/** A table with a head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');
}

/** Text as code, whatever backticks it holds. */
export function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** A link. */
export function link(words: string, address: string): string {
  return `[${words}](${address})`;
}

/** A description of an element template, whose links are HTML, as Markdown. */
export function fromHtml(html: string): string {
  return html.replaceAll(/<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/g, (_, address: string, words: string) =>
    link(words, address),
  );
}

/** Paragraphs, tables and headings, each a block of its own. */
export function blocks(parts: readonly (string | undefined)[]): string {
  return parts.filter((part): part is string => part !== undefined && part !== '').join('\n\n');
}
