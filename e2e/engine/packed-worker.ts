import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { packRoom } from '@eventbridge-kit/testkit/machine/pack-room';
import { root } from '@eventbridge-kit/testkit/machine/project';

/** The worker as its package carries it, without the TypeScript loader of a checkout. */
export interface PackedWorker {
  /** The package's folder; what lies in it finds the checkout's dependencies. */
  readonly folder: string;
  /** Its command. */
  readonly bin: string;
  /** Removes it. */
  remove(): void;
}

/** Packs the worker of this checkout into a temporary folder. */
export async function packWorker(): Promise<PackedWorker> {
  const place = mkdtempSync(join(tmpdir(), 'eventbridge-kit-worker-'));
  const remove = (): void => rmSync(place, { recursive: true, force: true });
  try {
    await runQuietly('tar', ['-xzf', await packRoom('worker', place)], { cwd: place });
    const folder = join(place, 'package');
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
    return { folder, bin: join(folder, 'bin', 'cli.js'), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
