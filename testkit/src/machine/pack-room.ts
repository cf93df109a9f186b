import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runQuietly } from './command.ts';
import { root } from './project.ts';

/** Packs a published room into an empty folder, as a person does it in that checkout; gives the path of its tarball. */
export async function packRoom(room: string, into: string, checkout: string = root): Promise<string> {
  mkdirSync(into, { recursive: true });
  const command = commandOf(checkout);
  if (command === undefined)
    await runQuietly('npm', ['pack', '--pack-destination', into], { cwd: join(checkout, room) });
  else await runQuietly(process.execPath, ['scripts/run.js', command, room, into], { cwd: checkout });
  const tarball = readdirSync(into).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`${room} was packed, yet there is no tarball in ${into}`);
  return join(into, tarball);
}

/** The command that packs a room; earlier checkouts have another one, or none. */
function commandOf(checkout: string): string | undefined {
  if (existsSync(join(checkout, 'packaging/package.ts'))) return 'packaging/package.ts';
  return existsSync(join(checkout, 'scripts/pack.ts')) ? 'pack' : undefined;
}
