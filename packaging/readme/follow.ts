import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { missingLine, readBlocks, type Block } from './blocks.ts';
import { bundle, checkTypes, type Program } from './compile.ts';
import { ReaderPage } from './page.ts';
import type { ReaderSession } from './session.ts';

/** What became of a block. */
export interface Outcome {
  readonly line: number;
  /** What it is, in a few words: the file, or the first command. */
  readonly what: string;
  /** For the table: `ran`, `compiled`, `shown`. */
  readonly did: string;
  /** Why it does not do what the page says; undefined where it does. */
  readonly failure: string | undefined;
}

export interface FollowOptions {
  /** The tarball of each package that is not published yet, by the package's name. */
  readonly tarballs: ReadonlyMap<string, string>;
  /** Where a picture of the page goes, when the README makes one. */
  readonly picture?: string | undefined;
}

/** Where a page is served on this machine. */
const PAGE_ADDRESS = /http:\/\/localhost:\d+\//;

const PROGRAM = /\.[cm]?[jt]sx?$/;

/** What the steps so far have left: what was printed last, and the page that is open. */
interface Trail {
  printed: string;
  page: ReaderPage | undefined;
  readonly programs: Program[];
}

/** Does what a README says, block by block, in the session's folder. */
export async function followReadme(
  markdown: string,
  session: ReaderSession,
  { tarballs, picture }: FollowOptions,
): Promise<Outcome[]> {
  const blocks = readBlocks(markdown);
  const trail: Trail = { printed: '', page: undefined, programs: [] };
  const outcomes: Outcome[] = [];
  try {
    for (const [at, block] of blocks.entries()) {
      const next = blocks[at + 1];
      const outcome = await followBlock(
        block,
        next?.kind === 'output' ? next.code : undefined,
        session,
        trail,
        tarballs,
      );
      outcomes.push({ line: block.line, what: nameOf(block), ...outcome });
      if (outcome.failure === undefined && picture !== undefined && block.kind === 'output' && trail.page) {
        await trail.page.screenshot(picture);
        picture = undefined;
      }
    }
  } finally {
    await trail.page?.close();
    const stuck = await session.end();
    if (stuck > 0) outcomes.push({ line: 0, what: 'Ctrl-C', did: 'stuck', failure: `${stuck} programs did not end` });
  }
  return withTypes(outcomes, await checkTypes(session.folder, trail.programs));
}

type Done = Pick<Outcome, 'did' | 'failure'>;

async function followBlock(
  block: Block,
  expected: string | undefined,
  session: ReaderSession,
  trail: Trail,
  tarballs: FollowOptions['tarballs'],
): Promise<Done> {
  switch (block.kind) {
    case 'unclear':
      return { did: 'unclear', failure: block.why };
    case 'data':
      return readData(block);
    case 'file':
      return writeBlock(block, session, trail);
    case 'output':
      return block.needs === undefined ? showOutput(block, session, trail) : { did: 'needs', failure: undefined };
    case 'commands':
      if (block.needs !== undefined) return { did: 'needs', failure: undefined };
      return block.stays
        ? startProgram(withTarballs(block.code, tarballs), expected, session, trail)
        : runCommands(withTarballs(block.code, tarballs), block.exitCode, session, trail);
  }
}

function readData({ language, code }: Block): Done {
  try {
    if (language === 'json') JSON.parse(code);
    return { did: 'read', failure: undefined };
  } catch (error) {
    return { did: 'read', failure: String(error) };
  }
}

async function writeBlock(block: Block & { kind: 'file' }, session: ReaderSession, trail: Trail): Promise<Done> {
  const path = join(session.folder, block.file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${block.code}\n`);
  const isBundled = block.needs?.includes('bundler') === true;
  if (PROGRAM.test(block.file)) {
    const forPage = isBundled || existsSync(join(session.folder, 'index.html'));
    trail.programs.push({ line: block.line, file: block.file, code: block.code, forPage });
  }
  if (isBundled) return { did: 'bundled', failure: await bundle(session.folder, block.file) };
  if (trail.page === undefined || block.needs !== undefined) return { did: 'written', failure: undefined };
  await trail.page.reload();
  return { did: 'loaded', failure: await trail.page.failure() };
}

async function showOutput({ code }: Block, session: ReaderSession, trail: Trail): Promise<Done> {
  const { page } = trail;
  let shown = '';
  let missing: string | undefined;
  await session.waitFor(async () => {
    shown = [trail.printed, session.printed, (await page?.text()) ?? ''].join('\n');
    missing = missingLine(code, shown);
    return missing === undefined;
  });
  return { did: 'shown', failure: missing === undefined ? undefined : `no line has\n${missing}\nin\n${shown}` };
}

async function runCommands(commands: string, exitCode: number, session: ReaderSession, trail: Trail): Promise<Done> {
  const { code, output } = await session.run(commands);
  trail.printed = output;
  return { did: 'ran', failure: code === exitCode ? undefined : `exit code ${code}, not ${exitCode}\n${output}` };
}

async function startProgram(
  commands: string,
  expected: string | undefined,
  session: ReaderSession,
  trail: Trail,
): Promise<Done> {
  trail.printed = '';
  const opens = existsSync(join(session.folder, 'index.html')) ? PAGE_ADDRESS : undefined;
  const ended = await session.start(
    commands,
    (output) =>
      opens?.test(output) === true ||
      (expected === undefined ? output.endsWith('\n') : missingLine(expected, output) === undefined),
  );
  if (ended !== undefined) return { did: 'started', failure: `it did not say what it should\n${ended.output}` };
  const [address] = opens?.exec(session.printed) ?? [];
  if (address === undefined || trail.page !== undefined) return { did: 'started', failure: undefined };
  trail.page = await ReaderPage.open(address);
  return { did: 'opened', failure: await trail.page.failure() };
}

/** Commands with the tarball in place of each package that npm cannot find yet. */
function withTarballs(commands: string, tarballs: FollowOptions['tarballs']): string {
  return commands.replace(/^npm (?:install|i) .*$/gm, (line) =>
    line
      .split(' ')
      .map((word) => tarballs.get(word) ?? word)
      .join(' '),
  );
}

function nameOf(block: Block): string {
  switch (block.kind) {
    case 'commands':
      return block.code.split('\n')[0] ?? '';
    case 'file':
      return block.file;
    case 'output':
      return 'its output';
    case 'data':
      return block.language;
    case 'unclear':
      return block.code.split('\n')[0] ?? '';
  }
}

function withTypes(outcomes: readonly Outcome[], errors: ReadonlyMap<number, string>): Outcome[] {
  return outcomes.map((outcome) => {
    const error = errors.get(outcome.line);
    return error === undefined ? outcome : { ...outcome, failure: [outcome.failure, error].filter(Boolean).join('\n') };
  });
}
