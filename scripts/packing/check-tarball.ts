import { root } from '@eventbridge-kit/testkit/machine/project';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOURCE_CONDITION, type RoomManifest } from './manifest.ts';

/** What a check of a tarball found. */
export interface Verdict {
  readonly check: string;
  /** For the table. */
  readonly did: string;
  readonly failure: string | undefined;
}

/** The tools that others judge a package by, as `npx` gets them. */
const PUBLINT = 'publint@0.3.25';
const TYPES_TOOL = '@arethetypeswrong/cli@0.18.5';

/** Looks into a tarball for what is nobody's business: private rooms, the way to the sources, folders of this machine. */
export function checkNames(tarball: string): Verdict {
  const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-tarball-'));
  try {
    spawnSync('tar', ['-xzf', tarball, '-C', folder]);
    const found = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(?:js|json|md|map|css|ts|html)$/.test(entry.name))
      .flatMap((entry) => {
        const path = join(entry.parentPath, entry.name);
        return privateNamesIn(readFileSync(path, 'utf8'), entry.name).map(
          (name) => `${path.slice(folder.length + 1)}: ${name}`,
        );
      });
    return { check: 'no private names', did: 'none', failure: found.length === 0 ? undefined : found.join('\n') };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names in a packed file that say nothing to its users, or too much. */
export function privateNamesIn(text: string, file: string): string[] {
  const folders = [root.replace(/[/\\]$/, ''), homedir()].map((path) => `${path}/`);
  // A map carries the sources as they are written; what counts there is where they are said to be.
  const names = file.endsWith('.map') ? folders : ['@eventbridge-kit/', '"resolved":', ...folders];
  const found = names.filter((name) => text.includes(name));
  if (file === 'package.json' && new RegExp(`"${SOURCE_CONDITION}": "\\./src`).test(text)) found.push(SOURCE_CONDITION);
  return found;
}

/** What the tools that others judge a package by say of it. */
export function checkByTools(tarball: string, { exports: doors = {} }: RoomManifest): Verdict[] {
  const lint = npx([PUBLINT, tarball, '--strict']);
  const verdicts: Verdict[] = [{ check: 'publint', did: 'clean', failure: lint }];
  if (Object.keys(doors).length === 0) return verdicts;
  const types = npx([TYPES_TOOL, tarball, '--profile', 'esm-only', '--no-color']);
  return [...verdicts, { check: 'are the types wrong', did: 'no', failure: types }];
}

/** Known weak points of what is installed; where the registry does not say, that is what is told. */
export function checkKnownWeaknesses(folder: string, env: NodeJS.ProcessEnv): Verdict {
  const { stdout, stderr, status } = spawnSync('npm', ['audit'], { cwd: folder, encoding: 'utf8', env });
  const unanswered = /audit endpoint returned an error|ENOAUDIT/.test(`${stdout}${stderr}`);
  const failure = status === 0 || unanswered ? undefined : stdout;
  return { check: 'npm audit', did: unanswered ? 'registry does not say' : 'none', failure };
}

function npx(args: readonly string[]): string | undefined {
  const { status, stdout, stderr } = spawnSync('npx', ['--yes', ...args], { encoding: 'utf8', cwd: tmpdir() });
  return status === 0 ? undefined : `${stdout}${stderr}`;
}
