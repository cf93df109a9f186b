import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { RoomManifest } from '../packing/manifest.ts';
import { checkKnownWeaknesses } from './check-tarball.ts';
import { sendOneEvent } from './installed-worker.ts';
import { weigh } from './installation.ts';
import { runTsc } from '../readme/compile.ts';
import { followReadme, type Outcome } from '../readme/follow.ts';
import { outputOf, ReaderSession, readerEnv } from '../readme/session.ts';

/** What a reader's empty folder has in it: nothing, `npm init -y`'s manifest of npm 11, or one of a module. */
export const FOLDER_KINDS = {
  none: undefined,
  commonjs: { name: 'trial', version: '1.0.0', main: 'index.js', type: 'commonjs' },
  module: { name: 'trial', version: '1.0.0', type: 'module' },
} as const;

export type FolderKind = keyof typeof FOLDER_KINDS;

export interface Trial {
  readonly manifest: RoomManifest;
  readonly readme: string;
  readonly kind: FolderKind;
  /** The program of Node that the reader has. */
  readonly node: string;
  readonly tarballs: ReadonlyMap<string, string>;
  /** Whether the registry is asked for known weak points. */
  readonly withAudit: boolean;
  readonly picture?: string | undefined;
}

/** Follows a package's README in an empty folder, and then tries what the package has. */
export async function tryPackage(trial: Trial): Promise<Outcome[]> {
  const place = mkdtempSync(join(tmpdir(), 'eventbridge-kit-trial-'));
  const folder = join(place, 'trial');
  const home = join(place, 'home');
  for (const path of [folder, home]) mkdirSync(path);
  try {
    const manifest = FOLDER_KINDS[trial.kind];
    if (manifest) writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    const env = readerEnv(home, dirname(trial.node), npmCache());
    const { name } = trial.manifest;
    const session = new ReaderSession(folder, env, join(place, 'exported'));
    // Where the page lets npx fetch the package, it must be there.
    if (!new RegExp(`^npm install .*${name}\\b`, 'm').test(trial.readme))
      await session.run(`npm install --save-dev ${trial.tarballs.get(name) ?? name}`);
    const { tarballs, picture } = trial;
    const outcomes = await followReadme(trial.readme, session, { tarballs, picture });
    return [...outcomes, ...(await tryInstalled(folder, env, trial))];
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** What a package promises whatever its README says. */
async function tryInstalled(
  folder: string,
  env: NodeJS.ProcessEnv,
  { manifest, withAudit, node }: Trial,
): Promise<Outcome[]> {
  const { name, bin = {}, exports: doors = {} } = manifest;
  const specifiers = Object.keys(doors)
    .filter((door) => !door.includes('*'))
    .map((door) => `${name}${door.slice(1)}`);
  const forPage = name.startsWith('bpmn-js');
  const { packages, megabytes } = weigh(folder);
  const outcomes: Outcome[] = [
    told('installed', `${packages} / ${megabytes.toFixed(0)} MB`),
    told('types of the doors', 'compiled', await typeErrors(folder, specifiers, forPage)),
    told('one version of preact', 'yes', severalVersions(folder, 'preact')),
  ];
  for (const command of Object.keys(bin)) {
    outcomes.push(told(`${command} --help`, 'ran', await failureOf('npx', ['--no', command, '--help'])));
  }
  // A package for a page cannot be loaded by Node.
  if (!forPage && specifiers.length > 0) {
    const imports = specifiers.map((specifier) => `await import(${JSON.stringify(specifier)});`).join('\n');
    outcomes.push(told('doors', 'loaded', await failureOf('node', ['--input-type=module', '--eval', imports])));
  }
  if (name === 'camunda-eventbridge-worker') {
    const failure = await sendOneEvent(folder, node).then(() => undefined, String);
    outcomes.push(told('a job of a gateway', 'sent', failure));
  }
  if (withAudit) {
    const { check, did, failure } = await checkKnownWeaknesses(folder, env);
    outcomes.push(told(check, did, failure));
  }
  return outcomes;

  async function failureOf(command: string, args: readonly string[]): Promise<string | undefined> {
    const { code, output } = await outputOf(command, args, { cwd: folder, env });
    return code === 0 ? undefined : output;
  }
}

function told(what: string, did: string, failure?: string): Outcome {
  return { line: 0, what, did, failure };
}

/** What a strict compiler says of the types behind each door, those of other packages among them. */
async function typeErrors(
  folder: string,
  specifiers: readonly string[],
  forPage: boolean,
): Promise<string | undefined> {
  if (specifiers.length === 0) return undefined;
  const file = 'doors.mts';
  writeFileSync(join(folder, file), specifiers.map((specifier) => `import ${JSON.stringify(specifier)};\n`).join(''));
  const errors = await runTsc(folder, [file], forPage);
  rmSync(join(folder, file));
  return errors === '' ? undefined : errors;
}

/** The versions of a package that an installation has, where they are several. */
function severalVersions(folder: string, name: string): string | undefined {
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version: string }>>; // npm's own
  };
  const versions = Object.entries(lock.packages).filter(([place]) => place.endsWith(`node_modules/${name}`));
  return versions.length < 2 ? undefined : versions.map(([place, { version }]) => `${place} ${version}`).join('\n');
}

let cache: string | undefined;

/** The npm cache of whoever runs this: a reader has one, too. */
function npmCache(): string {
  cache ??= spawnSync('npm', ['config', 'get', 'cache'], { encoding: 'utf8' }).stdout.trim();
  return cache;
}

/** The program of a Node of this major version; npx fetches it. */
export function nodeOf(major: string): string {
  if (process.versions.node.startsWith(`${major}.`)) return process.execPath;
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--yes', '--package', `node@${major}`, 'node', '--print', 'process.execPath'],
    { encoding: 'utf8', cwd: tmpdir() },
  );
  const node = stdout.trim();
  if (status !== 0 || !existsSync(node)) throw new Error(`npx got no Node ${major}: ${stderr}`);
  return node;
}
