/**
 * What the house weighs, now and at an earlier commit: `npm run house [-- COMMIT]`. Lines and files of each room, files
 * of 25 lines or fewer, copies, and what an installation of each published package brings.
 */
import { CommandFailed, runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { packRoom } from '@eventbridge-kit/testkit/machine/pack-room';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { say, step } from '@eventbridge-kit/testkit/machine/say';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { publishedOf } from '../packaging/packing/manifest.ts';
import { installed, weigh } from '../packaging/trial/installation.ts';
import { copiesIn } from './copies.ts';

/** Before the house was put in order. */
const BEFORE = '10b569a';

const SMALL_LINES = 25;

const HELP = `What the house weighs, beside an earlier commit.

  npm run house [-- options] [COMMIT]     default ${BEFORE}

  --no-packages   without packing and installing the packages
  --copies        also names the places of each copy of the checkout
  --help          this text

A file of sources is .ts or .tsx; a test is *.test.ts, *.test-d.ts, *.spec.ts, *.examples.ts, a file in a folder test/,
and all of testkit and e2e. Copies are pairs of places with six or more equal lines of code, comments and imports aside.
`;

/** What is printed of one checkout: a name for the row, and its figure. */
type Figures = ReadonlyMap<string, string>;

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
}

function isTest(path: string): boolean {
  return /\.(?:test(?:-d)?|spec|examples)\.tsx?$|\/test\/|^(?:testkit|e2e)\//.test(path);
}

function git(folder: string, ...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 26 });
}

function filesOf(checkout: string): SourceFile[] {
  return git(checkout, 'ls-files', '--', '*.ts', '*.tsx')
    .split('\n')
    .filter((path) => path !== '' && existsSync(join(checkout, path)))
    .map((path) => {
      const text = readFileSync(join(checkout, path), 'utf8');
      return { path, text, lines: text.split('\n').length - 1 };
    });
}

/** Files and their lines, for example `12 files, 340 lines`. */
function sizeOf(files: readonly SourceFile[]): string {
  return `${files.length} / ${files.reduce((sum, { lines }) => sum + lines, 0)}`;
}

function measureFiles(checkout: string): Figures {
  const files = filesOf(checkout);
  const figures = new Map<string, string>();
  const rooms = [...new Set(files.map(({ path }) => (path.includes('/') ? (path.split('/')[0] ?? '') : '.')))].sort();
  const add = (name: string, of: readonly SourceFile[]): void => {
    const sources = of.filter(({ path }) => !isTest(path));
    const tests = of.filter(({ path }) => isTest(path));
    if (sources.length > 0) figures.set(`${name}: sources`, sizeOf(sources));
    if (tests.length > 0) figures.set(`${name}: tests`, sizeOf(tests));
  };
  for (const room of rooms) {
    add(
      room,
      files.filter(({ path }) => (room === '.' ? !path.includes('/') : path.startsWith(`${room}/`))),
    );
  }
  add('all', files);
  const sources = files.filter(({ path }) => !isTest(path));
  const lengths = sources.map(({ lines }) => lines).sort((one, other) => one - other);
  figures.set('sources: median lines', String(lengths[Math.floor(lengths.length / 2)] ?? 0));
  figures.set(
    `sources of ${SMALL_LINES} lines or fewer`,
    String(lengths.filter((lines) => lines <= SMALL_LINES).length),
  );
  figures.set(
    'copies in sources',
    String(copiesIn(sources.filter(({ path }) => !path.includes('.generated.'))).length),
  );
  figures.set('copies in tests', String(copiesIn(files.filter(({ path }) => isTest(path))).length));
  return figures;
}

/** Each published package alone in an empty folder; why, where it cannot be packed or installed any more. */
async function measurePackages(checkout: string): Promise<Figures> {
  const figures = new Map<string, string>();
  const tarballs = mkdtempSync(join(tmpdir(), 'eventbridge-kit-house-'));
  try {
    for (const { room, manifest } of publishedOf(checkout)) {
      try {
        const tarball = await step(`Packing ${manifest.name}`, () => packRoom(room, join(tarballs, room), checkout));
        const { packages, megabytes } = await installed([tarball], weigh);
        figures.set(`${manifest.name}: installed`, `${packages} / ${megabytes.toFixed(1)} MB`);
      } catch (error) {
        if (!(error instanceof CommandFailed)) throw error;
        say(error.message);
        figures.set(`${manifest.name}: installed`, 'not any more');
      }
    }
  } finally {
    rmSync(tarballs, { recursive: true, force: true });
  }
  return figures;
}

async function measure(checkout: string, withPackages: boolean): Promise<Figures> {
  return new Map([...measureFiles(checkout), ...(withPackages ? await measurePackages(checkout) : [])]);
}

/** An earlier commit, in a worktree that is gone afterwards, with its packages where they are asked for. */
async function measureCommit(commit: string, withPackages: boolean): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-before-'));
  await runQuietly('git', ['worktree', 'add', '--detach', folder, commit], { cwd: root });
  try {
    if (withPackages) {
      await step(`Installing the packages of ${commit}`, () =>
        runQuietly('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder }),
      );
    }
    return await measure(folder, withPackages);
  } finally {
    await runQuietly('git', ['worktree', 'remove', '--force', folder], { cwd: root });
  }
}

function show(before: Figures, now: Figures, commit: string): void {
  const names = [...new Set([...before.keys(), ...now.keys()])];
  const rows = [['files / lines; packages / MB', commit, 'now']].concat(
    names.map((name) => [name, before.get(name) ?? '-', now.get(name) ?? '-']),
  );
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  say('');
  for (const [name = '', ...cells] of rows) {
    say([name.padEnd(widths[0] ?? 0), ...cells.map((cell, at) => cell.padStart(widths[at + 1] ?? 0))].join('  '));
  }
}

const { values, positionals } = parseArgs({
  options: {
    packages: { type: 'boolean', default: true },
    copies: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
  allowPositionals: true,
  allowNegative: true,
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  const commit = positionals[0] ?? BEFORE;
  const before = await measureCommit(commit, values.packages);
  show(before, await measure(root, values.packages), commit);
  if (values.copies) {
    say('');
    const sources = filesOf(root).filter(({ path }) => !path.includes('.generated.'));
    for (const { lines, first, second } of copiesIn(sources)) {
      say(`${lines} lines: ${first.path}:${first.line} and ${second.path}:${second.line}`);
    }
  }
}
