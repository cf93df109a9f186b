/** A block of code in a README, and what the line before it tells its reader to do with it. */
export type Block = {
  /** Line of its fence, counted from 1. */
  readonly line: number;
  readonly language: string;
  readonly code: string;
  /** What must be there to run it, in the page's own words: `a Camunda 8 cluster`. Such a block is not run. */
  readonly needs: string | undefined;
} & (
  | {
      readonly kind: 'commands';
      /** The exit code that the page tells of. */
      readonly exitCode: number;
      /** True for a program that runs until Ctrl-C. */
      readonly stays: boolean;
    }
  /** Something to write into a file. */
  | { readonly kind: 'file'; readonly file: string }
  /** What the step before prints or shows. */
  | { readonly kind: 'output' }
  /** Data to look at. */
  | { readonly kind: 'data' }
  /** A reader cannot tell what to do with it. */
  | { readonly kind: 'unclear'; readonly why: string }
);

const PROGRAMS = new Set(['js', 'ts', 'tsx']);

const FENCE = /^```(\S*)\s*$/;

/** Ends the line before a block: the name of the file that it stands in. */
const FILE = /`([\w./-]*\.\w+)`:$/;

/** The blocks of a README in their order. */
export function readBlocks(markdown: string): Block[] {
  const lines = markdown.split('\n');
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const language = FENCE.exec(lines[at] ?? '')?.[1];
    if (language === undefined) continue;
    const end = lines.findIndex((line, index) => index > at && line === '```');
    if (end < 0) throw new Error(`line ${at + 1}: this block has no end`);
    blocks.push(blockOf(at + 1, language, lines.slice(at + 1, end).join('\n'), leadOf(lines, at)));
    at = end;
  }
  return blocks;
}

function blockOf(line: number, language: string, code: string, lead: string): Block {
  const needs = /_Needs ([^_]+)\._/.exec(lead)?.[1];
  const common = { line, language, code, needs };
  const file = FILE.exec(lead)?.[1];
  if (language === '')
    return { ...common, kind: 'unclear', why: 'it has no language: write bash, text, js, ts or json' };
  if (language === 'bash') {
    const exitCode = Number(/_Ends with exit code (\d+)/.exec(lead)?.[1] ?? 0);
    return { ...common, kind: 'commands', exitCode, stays: lead.includes('_Runs until Ctrl-C._') };
  }
  if (language === 'text') return { ...common, kind: 'output' };
  if (file !== undefined) return { ...common, kind: 'file', file };
  if (PROGRAMS.has(language))
    return { ...common, kind: 'unclear', why: 'no line before it names its file: write `FILE`: above it' };
  return { ...common, kind: 'data' };
}

/** The paragraph before a block; comments between them count for nothing. */
function leadOf(lines: readonly string[], fence: number): string {
  let last = fence - 1;
  while (last >= 0 && /^(?:<!--.*-->)?$/.test(lines[last] ?? '')) last -= 1;
  let first = last;
  while (first > 0 && lines[first - 1] !== '' && !lines[first - 1]?.startsWith('```')) first -= 1;
  const paragraph = lines.slice(Math.max(first, 0), last + 1).join(' ');
  return paragraph.endsWith('```') ? '' : paragraph;
}

/**
 * The first line of an expected output that the printed one lacks; each must come after the one before it. Times of day and
 * ports of this machine are any, and other lines may stand between.
 */
export function missingLine(expected: string, printed: string): string | undefined {
  const found = printed.split('\n').map(comparable);
  let from = 0;
  for (const line of expected.split('\n')) {
    const wanted = comparable(line);
    if (wanted === '') continue;
    const at = found.findIndex((candidate, index) => index >= from && candidate.includes(wanted));
    if (at < 0) return line;
    from = at + 1;
  }
  return undefined;
}

function comparable(line: string): string {
  return line
    .replace(/\b\d{1,2}:\d{2}(?::\d{2})?\b/g, 'TIME')
    .replace(/(127\.0\.0\.1|localhost):\d+/g, '$1:PORT')
    .replace(/\s+/g, ' ')
    .trim();
}
