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

export interface CachedBuild {
  /** Folder of the builds; each is a folder of its own there. */
  readonly cache: string;
  /** Folder that the names of sources start from. */
  readonly root: string;
  /** Builds into an empty folder; gives the sources that the build depends on. */
  readonly build: (outDir: string) => Promise<readonly string[]>;
}

/** Lies in each build: the sources that it depends on. */
const INPUTS = 'inputs.json';

/** The folder of a build: one of before while its sources are what they were, else a new one. Digests name them. */
export async function cachedBuild({ cache, root, build }: CachedBuild): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const builds = readdirSync(cache).map((name) => join(cache, name));
  const current = builds.find((folder) => {
    const inputs = readInputs(folder);
    return inputs !== undefined && folder === join(cache, digestOf(root, inputs));
  });
  if (current !== undefined) return current;
  // Made beside its place: another process may look for it, or build the same.
  const draft = mkdtempSync(join(cache, 'draft-'));
  try {
    const inputs = await build(draft);
    writeFileSync(join(draft, INPUTS), JSON.stringify(inputs));
    const folder = join(cache, digestOf(root, inputs));
    if (!existsSync(folder)) renameSync(draft, folder);
    for (const old of builds.filter((one) => readInputs(one) !== undefined))
      rmSync(old, { recursive: true, force: true });
    return folder;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Nothing where a build is not finished. */
function readInputs(folder: string): readonly string[] | undefined {
  const file = join(folder, INPUTS);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly string[]) : undefined; // written above
}

function digestOf(root: string, files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) {
    const path = join(root, file);
    hash.update(`${file}\0`).update(existsSync(path) ? readFileSync(path) : '');
  }
  return hash.digest('hex').slice(0, 32);
}
