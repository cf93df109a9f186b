import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

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
