import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packRoom } from '../machine/pack-room.ts';
import { root } from '../machine/project.ts';

const modules = join(root, 'node_modules');

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The package as users get it, in a project of its own beside bpmnlint. */
export interface PackedProject {
  readonly folder: string;
  /** Runs a command of an installed package, as `npx` would. */
  run(packageName: string, command: string, args: readonly string[]): Promise<Ran>;
  /** Runs a piece of a module. */
  evaluate(source: string): Promise<Ran>;
  remove(): void;
}

/** Packs the room and unpacks it into an empty project; what it depends on is linked from this installation. */
export async function packedProject(): Promise<PackedProject> {
  const folder = mkdtempSync(join(tmpdir(), 'eventbridge-lint-packed-'));
  const installed = join(folder, 'node_modules');
  const own = join(installed, 'bpmnlint-plugin-eventbridge');
  mkdirSync(own, { recursive: true });
  await exec('tar', ['-xzf', await packRoom('lint', folder), '-C', own, '--strip-components=1'], folder);
  for (const name of [...Object.keys(dependenciesOf(own)), 'bpmnlint']) {
    mkdirSync(join(installed, name, '..'), { recursive: true });
    symlinkSync(join(modules, name), join(installed, name));
  }
  writeFileSync(join(folder, 'package.json'), '{ "name": "project", "private": true }');
  return {
    folder,
    run: (packageName, command, args) => exec('node', [binOf(join(installed, packageName), command), ...args], folder),
    evaluate: (source) => exec('node', ['--input-type=module', '--eval', source], folder),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function manifestOf(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>; // a manifest is an object
}

function dependenciesOf(folder: string): object {
  return manifestOf(folder)['dependencies'] ?? {};
}

function binOf(folder: string, command: string): string {
  const bin = manifestOf(folder)['bin'] as Readonly<Record<string, string>>; // as npm wants it
  return join(folder, bin[command] ?? '');
}

function exec(command: string, args: readonly string[], cwd: string): Promise<Ran> {
  // What a test runner sets for itself is not what a user has.
  const ofTheRunner = new Set(['NODE_OPTIONS', 'FORCE_COLOR']);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !ofTheRunner.has(name)));
  return new Promise((resolve) => {
    execFile(command, args, { cwd, env: { ...env, NO_COLOR: '1' }, maxBuffer: 64 << 20 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
