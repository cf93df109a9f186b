import { runQuietly } from '@eventbridge-kit/testkit/machine/command';
import { root } from '@eventbridge-kit/testkit/machine/project';
import { readPublisher } from '@eventbridge-kit/testkit/machine/publisher';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './build.ts';
import { packedPage } from './markdown.ts';
import { manifestOf, publishedManifest } from './manifest.ts';

/**
 * Packs a published room; gives the path of its tarball. What is packed is put together in a folder of its own: the room
 * stays as it is, and may be packed twice at the same time.
 */
export async function pack(room: string, into: string): Promise<string> {
  const folder = join(root, room);
  const own = manifestOf(folder);
  // At a fixed depth below the checkout: maps name the sources relatively, the same ones wherever it lies.
  mkdirSync(join(root, '.cache'), { recursive: true });
  const stage = mkdtempSync(join(root, '.cache', 'packing-'));
  try {
    await buildPackage(folder, own, join(stage, 'dist'));
    for (const file of own.files ?? []) {
      if (existsSync(join(folder, file))) cpSync(join(folder, file), join(stage, file), { recursive: true });
    }
    cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'));
    const { publisher } = readPublisher();
    const manifest = publishedManifest(own, room, publisher);
    writeJson(join(stage, 'package.json'), manifest);
    const page = { version: own.version, publisher, isPacked: (path: string) => existsSync(join(stage, path)) };
    for (const [name, from] of [
      ['README.md', room],
      ['CHANGELOG.md', '.'],
    ] as const) {
      writeFileSync(
        join(stage, name),
        packedPage(readFileSync(join(root, from, name), 'utf8'), { ...page, folder: from }),
      );
    }
    mkdirSync(into, { recursive: true });
    await runQuietly('npm', ['pack', '--ignore-scripts', '--pack-destination', into], { cwd: stage });
    return join(into, `${own.name}-${own.version}.tgz`);
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
}

function writeJson(file: string, value: object): void {
  writeFileSync(file, `${JSON.stringify(value, undefined, 2)}\n`);
}
