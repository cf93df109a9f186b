import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync, existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Stands in a folder of the cache only when all of it is there. */
const COMPLETE = '.complete';

/**
 * Folder for what is fetched once a user: `EVENTBRIDGE_KIT_CACHE`, else `eventbridge-kit` in the user's cache folder,
 * so that a fresh clone finds what an older one fetched.
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const own = env['EVENTBRIDGE_KIT_CACHE'];
  if (own !== undefined && own !== '') return own;
  const users = env['XDG_CACHE_HOME'];
  return join(users !== undefined && users !== '' ? users : join(homedir(), '.cache'), 'eventbridge-kit');
}

/** The folder of this name if it is in the cache, whole. */
export function lookUp(name: string, cache: string = cacheFolder()): string | undefined {
  const folder = join(cache, name);
  return existsSync(join(folder, COMPLETE)) ? folder : undefined;
}

/**
 * The folder of this name in the cache; `fill` makes it the first time, in a folder of its own that becomes the cached
 * one by a rename, so that nobody ever sees half of it, and two runs at once do not disturb each other.
 */
export async function cached(
  name: string,
  fill: (folder: string) => Promise<void>,
  cache: string = cacheFolder(),
): Promise<string> {
  const found = lookUp(name, cache);
  if (found !== undefined) return found;
  sweep(cache);
  const making = join(cache, `.making-${String(process.pid)}-${name}`);
  mkdirSync(making, { recursive: true });
  try {
    await fill(making);
    writeFileSync(join(making, COMPLETE), `${new Date().toISOString()}\n`);
    return settle(making, name, cache);
  } finally {
    rmSync(making, { recursive: true, force: true });
  }
}

function settle(making: string, name: string, cache: string): string {
  const folder = join(cache, name);
  const theirs = lookUp(name, cache);
  if (theirs !== undefined) return theirs;
  rmSync(folder, { recursive: true, force: true });
  renameSync(making, folder);
  return folder;
}

/** Removes what runs that were killed have left half made. */
function sweep(cache: string): void {
  if (!existsSync(cache)) return;
  for (const entry of readdirSync(cache)) {
    const pid = /^\.making-(\d+)-/.exec(entry)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(cache, entry), { recursive: true, force: true });
  }
}

/** Whether a process of this machine still runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
