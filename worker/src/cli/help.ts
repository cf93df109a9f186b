import type { OptionTable } from './option.ts';

export interface HelpPage {
  readonly usage: readonly string[];
  readonly introduction: string;
  readonly table: OptionTable;
}

/** Columns of a terminal that nobody has widened. */
const WIDTH = 80;
const INDENT = '      ';

/** The help of a command, for a terminal. */
export function helpText({ usage, introduction, table }: HelpPage): string {
  const options = Object.values(table).map(({ flag, env, kind, description, default: fallback }) => {
    const variables = env.join(', ');
    const head = flag === undefined ? variables : `--${flag} ${kind.placeholder}`;
    const values = kind.limits === undefined ? '' : `Values: ${kind.limits}. `;
    const last = flag === undefined ? 'By the environment only.' : `Environment: ${variables}.`;
    return [`  ${head}`, ...wrap(description), ...wrap(`${values}Default: ${fallback}.`), ...wrap(last)].join('\n');
  });
  return [
    ...usage.map((line, at) => `${at === 0 ? 'Usage:' : '      '} ${line}`),
    '',
    ...introduction.split('\n').flatMap((line) => wrap(line, '')),
    '',
    'Options:',
    ...options,
    '  -h, --help\n      Print this.',
    '  -v, --version\n      Print the version.',
    '',
  ].join('\n');
}

/** The same options as rows of a Markdown table, for a page. */
export function optionRows(table: OptionTable): string[] {
  return Object.values(table).map(({ flag, env, kind, description, default: fallback }) => {
    const name = flag === undefined ? '' : `\`--${flag} ${kind.placeholder}\``;
    const variables = env.map((variable) => `\`${variable}\``).join(', ');
    return `| ${[name, variables, description, kind.limits ?? '', fallback].map(escapeCell).join(' | ')} |`;
  });
}

function escapeCell(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

function wrap(text: string, indent = INDENT): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.length + word.length + 1 > WIDTH && line !== indent) {
      lines.push(line);
      line = indent;
    }
    line = line === indent ? `${indent}${word}` : `${line} ${word}`;
  }
  return [...lines, line];
}
