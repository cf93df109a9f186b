import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './command.ts';
import { root } from './project.ts';

/** Packs a published room of this checkout into an empty folder, as a person does it; gives the path of its tarball. */
export async function packRoom(room: string, into: string): Promise<string> {
  mkdirSync(into, { recursive: true });
  await runQuietly(process.execPath, ['scripts/run.js', 'pack', room, into], { cwd: root });
  const tarball = readdirSync(into).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`${room} was packed, yet there is no tarball in ${into}`);
  return join(into, tarball);
}
