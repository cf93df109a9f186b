import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestOf, type RoomManifest } from './packing/manifest.ts';

/** A package that users install, and its room. */
export interface Published {
  readonly room: string;
  readonly manifest: RoomManifest;
}

/** The packages of a checkout that are not private. */
export function publishedOf(checkout: string): Published[] {
  return (manifestOf(checkout).workspaces ?? [])
    .map((room) => ({ room, manifest: manifestOf(join(checkout, room)) }))
    .filter(({ manifest }) => manifest.private !== true);
}

/** Packs a room of any checkout the way that checkout packs; gives the path of its tarball. */
export async function packOf(checkout: string, room: string, into: string): Promise<string> {
  mkdirSync(into, { recursive: true });
  const before = new Set(readdirSync(into));
  if (existsSync(join(checkout, 'scripts/pack.ts')))
    await runQuietly(process.execPath, ['scripts/run.js', 'pack', room, into], { cwd: checkout });
  else await runQuietly('npm', ['pack', '--pack-destination', into], { cwd: join(checkout, room) });
  const tarball = readdirSync(into).find((file) => file.endsWith('.tgz') && !before.has(file));
  if (tarball === undefined) throw new Error(`packing left no tarball of ${room}`);
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
