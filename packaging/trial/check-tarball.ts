import { root } from '@eventbridge-kit/testkit/machine/project';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { outputOf } from '../readme/session.ts';
import { SOURCE_CONDITION, type RoomManifest } from '../packing/manifest.ts';

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
export async function checkByTools(tarball: string, { exports: doors = {} }: RoomManifest): Promise<Verdict[]> {
  const lint = await npx([PUBLINT, tarball, '--strict']);
  const verdicts: Verdict[] = [{ check: 'publint', did: 'clean', failure: lint }];
  if (Object.keys(doors).length === 0) return verdicts;
  const types = await npx([TYPES_TOOL, tarball, '--profile', 'esm-only', '--no-color']);
  return [...verdicts, { check: 'are the types wrong', did: 'no', failure: types }];
}

/** Known weak points of what is installed; where the registry does not say, that is what is told. */
export async function checkKnownWeaknesses(folder: string, env: NodeJS.ProcessEnv): Promise<Verdict> {
  const { code, output } = await outputOf('npm', ['audit'], { cwd: folder, env });
  const unanswered = /audit endpoint returned an error|ENOAUDIT/.test(output);
  const failure = code === 0 || unanswered ? undefined : output;
  return { check: 'npm audit', did: unanswered ? 'registry does not say' : 'none', failure };
}

async function npx(args: readonly string[]): Promise<string | undefined> {
  const { code, output } = await outputOf('npx', ['--yes', ...args], { cwd: tmpdir() });
  return code === 0 ? undefined : output;
}
