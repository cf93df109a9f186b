import type { Option, OptionTable } from './option.ts';

/** A program as its user sees it. */
export interface Program<Table extends OptionTable = OptionTable> {
  /** How it is called, for example `camunda-eventbridge-worker test-send`. */
  readonly name: string;
  /** Ways to call it, each without the name; default: `[options]`. */
  readonly usage?: readonly string[];
  /** What it does: paragraphs; a line that begins with a space stays as it is. */
  readonly introduction: string;
  readonly options: Table;
  /** What stands below the options, as the introduction is written. */
  readonly epilogue?: string | undefined;
  /** True: words without a flag are taken. */
  readonly operands?: boolean;
}

/** Columns of a terminal that nobody has widened. */
const WIDTH = 80;
const INDENT = '      ';

/** The help of a program, for a terminal. */
export function helpText({ name, usage = ['[options]'], introduction, options, epilogue }: Program): string {
  return [
    ...usage.map((line, at) => `${at === 0 ? 'Usage:' : '      '} ${name} ${line}`),
    '',
    ...paragraphs(introduction),
    '',
    'Options:',
    ...Object.values(options).flatMap(optionLines),
    ...(epilogue === undefined ? [] : ['', ...paragraphs(epilogue)]),
    '',
  ].join('\n');
}

function optionLines(option: Option<unknown>): string[] {
  const { flag, env, kind, description, defaultText } = option;
  const sentences = [
    kind.limits === undefined || kind.limits === '' ? '' : `Values: ${kind.limits}.`,
    defaultText === '' ? '' : `Default: ${defaultText}.`,
  ].filter((sentence) => sentence !== '');
  const last = flag === undefined ? 'By the environment only.' : `Environment: ${env.join(', ')}.`;
  return [
    `  ${flag === undefined ? env.join(', ') : flagText(option)}`,
    ...wrap(kind.repeats === true ? `${description} May be repeated.` : description),
    ...(sentences.length === 0 ? [] : wrap(sentences.join(' '))),
    ...(env.length === 0 ? [] : wrap(last)),
  ];
}

function flagText({ flag = '', short, kind: { placeholder } }: Option<unknown>): string {
  const letter = short === undefined ? '' : `-${short}, `;
  return `${letter}--${flag}${placeholder === undefined ? '' : ` ${placeholder}`}`;
}

/** Columns of the table in a README; one that is empty throughout is left out. */
const COLUMNS: Readonly<Record<string, (option: Option<unknown>) => string>> = {
  flag: (option) => (option.flag === undefined ? '' : `\`${flagText(option)}\``),
  environment: ({ env }) => env.map((variable) => `\`${variable}\``).join(', '),
  'what it does': ({ description, kind }) => (kind.repeats === true ? `${description} May be repeated.` : description),
  values: ({ kind }) => kind.limits ?? '',
  default: ({ defaultText }) => defaultText,
};

/** The options as the lines of a Markdown table, its cells unpadded. */
export function readmeTable(table: OptionTable): string[] {
  const options = Object.values(table);
  const columns = Object.entries(COLUMNS).filter(([, cell]) => options.some((option) => cell(option) !== ''));
  const row = (cells: readonly string[]): string =>
    `|${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join('|')}|`;
  return [
    row(columns.map(([title]) => title)),
    row(columns.map(() => '-')),
    ...options.map((option) => row(columns.map(([, cell]) => cell(option)))),
  ];
}

/** The tables of a page that have such a title row, each by its lines as `readmeTable` writes them. */
export function tablesIn(page: string): string[][] {
  const tables: string[][] = [[]];
  for (const line of page.split('\n')) {
    if (line.startsWith('|')) tables.at(-1)?.push(line.replaceAll(/ *\| */g, '|').replaceAll(/-+(?=\|)/g, '-'));
    else if (tables.at(-1)?.length !== 0) tables.push([]);
  }
  return tables.filter(([title = '']) => title.startsWith('|flag|'));
}

function paragraphs(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.startsWith(' ') ? [line] : wrap(line, '')));
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
