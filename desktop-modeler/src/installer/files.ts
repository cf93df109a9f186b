import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * One thing to put in place: a file or a folder. It is copied beside its place first, and then renamed: Modeler, and an
 * installation that breaks off, see the old one or the new one, whole.
 */
export interface Placing {
  /** What is to be there: a path; undefined takes away what is there. */
  readonly from: string | undefined;
  readonly to: string;
}

/** Where the old one is until all is in place, and where a user finds it afterwards. Modeler reads no such names. */
export function backupOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.before`);
}

function stagedOf(path: string): string {
  return join(dirname(path), `.${basename(path)}.new`);
}

/**
 * Makes all placings, or none: what was moved is moved back where one fails.
 *
 * @param rename hands the renaming in, for a test that breaks it off
 */
export function placeAll(placings: readonly Placing[], rename: typeof renameSync = renameSync): void {
  const undo: (() => void)[] = [];
  try {
    for (const { from, to } of placings) {
      if (from === undefined) continue;
      mkdirSync(dirname(to), { recursive: true });
      rmSync(stagedOf(to), { recursive: true, force: true });
      cpSync(from, stagedOf(to), { recursive: true });
    }
    for (const { from, to } of placings) {
      if (existsSync(to)) {
        rmSync(backupOf(to), { recursive: true, force: true });
        rename(to, backupOf(to));
        undo.push(() => renameSync(backupOf(to), to));
      }
      if (from === undefined) continue;
      rename(stagedOf(to), to);
      undo.push(() => rmSync(to, { recursive: true, force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) step();
    throw error;
  } finally {
    for (const { to } of placings) rmSync(stagedOf(to), { recursive: true, force: true });
  }
}

/** Puts back what an installation that was killed between two renames had set aside. Returns what was put back. */
export function restore(paths: readonly string[]): readonly string[] {
  return paths.filter((path) => {
    if (existsSync(path) || !existsSync(backupOf(path))) return false;
    renameSync(backupOf(path), path);
    return true;
  });
}

/** Whether two files, or two folders with all in them, hold the same bytes. */
export function isSame(a: string, b: string): boolean {
  if (!existsSync(a) || !existsSync(b)) return false;
  const [ofA, ofB] = [contents(a), contents(b)];
  return ofA.size === ofB.size && [...ofA].every(([name, bytes]) => ofB.get(name)?.equals(bytes) === true);
}

/** Bytes of each file, by its path from the given one. */
function contents(path: string): ReadonlyMap<string, Buffer> {
  if (!statSync(path).isDirectory()) return new Map([['', readFileSync(path)]]);
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  return new Map(paths.map((file) => [file.slice(path.length), readFileSync(file)]));
}
