import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../../..', import.meta.url));
const CACHE = join(REPOSITORY, '.cache', 'page');

/** What a build depends on beside the sources that go into it. */
const ALWAYS = ['package-lock.json', 'demo/src/server/page/build-page.ts', 'demo/src/server/page/vite-settings.ts'];

/** Lies in each build: the sources that went into it. */
const INPUTS = 'inputs.json';

/**
 * The folder of the page as files: a build of before while its sources are what they were, else a new one. Builds are
 * named by a digest of their sources.
 */
export async function builtPage(say: (line: string) => void = () => undefined): Promise<string> {
  mkdirSync(CACHE, { recursive: true });
  const builds = readdirSync(CACHE).map((name) => join(CACHE, name));
  const current = builds.find(isCurrent);
  if (current !== undefined) return current;
  say('Building the page from its sources, once: it is there in some seconds.');
  const { buildPage } = await import('./build-page.ts');
  // Made beside its place: another process may look for it, or build the same.
  const draft = mkdtempSync(join(CACHE, 'draft-'));
  try {
    const inputs = [...(await buildPage(draft)), ...ALWAYS];
    writeFileSync(join(draft, INPUTS), JSON.stringify(inputs));
    const folder = join(CACHE, digestOf(inputs));
    if (!existsSync(folder)) renameSync(draft, folder);
    for (const old of builds) rmSync(old, { recursive: true, force: true });
    return folder;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function isCurrent(build: string): boolean {
  const file = join(build, INPUTS);
  return existsSync(file) && build === join(CACHE, digestOf(JSON.parse(readFileSync(file, 'utf8')) as string[])); // ours
}

function digestOf(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(REPOSITORY, file);
    hash
      .update(`${file}\0`)
      .update(existsSync(path) ? readFileSync(path) : '')
      .update('\0');
  }
  return hash.digest('hex').slice(0, 32);
}
