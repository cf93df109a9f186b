import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly workspaces?: readonly string[];
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: Readonly<Record<string, unknown>>;
}

/** A package that users install, and its room. */
export interface Published {
  readonly room: string;
  readonly manifest: Manifest;
}

/** The packages of a checkout that are not private. */
export function publishedOf(checkout: string): Published[] {
  return (manifestOf(checkout).workspaces ?? [])
    .map((room) => ({ room, manifest: manifestOf(join(checkout, room)) }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** Packs a room as `npm publish` would; gives the path of its tarball. */
export async function pack(room: string, into: string): Promise<string> {
  mkdirSync(into, { recursive: true });
  const before = new Set(readdirSync(into));
  await runQuietly('npm', ['pack', '--pack-destination', into], { cwd: room });
  const tarball = readdirSync(into).find((file) => file.endsWith('.tgz') && !before.has(file));
  if (tarball === undefined) throw new Error(`npm pack left no tarball of ${room}`);
  return join(into, tarball);
}

/** Installs a tarball with npm into an empty folder, which is gone when the work in it is done. */
export async function installed<Result>(
  tarballs: readonly string[],
  work: (folder: string) => Promise<Result> | Result,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'eventbridge-kit-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'trial', private: true, type: 'module' }));
    await runQuietly('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: folder });
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What an installation brought: packages, and the size of their files in MB (of 10^6 bytes). */
export function weigh(folder: string): { readonly packages: number; readonly megabytes: number } {
  const modules = join(folder, 'node_modules');
  const lock = JSON.parse(readFileSync(join(modules, '.package-lock.json'), 'utf8')) as { readonly packages: object };
  const bytes = readdirSync(modules, { recursive: true, encoding: 'utf8' })
    .map((path) => lstatSync(join(modules, path)))
    .reduce((sum, entry) => sum + (entry.isFile() ? entry.size : 0), 0);
  return { packages: Object.keys(lock.packages).length, megabytes: bytes / 1e6 };
}

function manifestOf(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // as npm wants it
}
