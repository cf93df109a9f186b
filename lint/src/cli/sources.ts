import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { glob } from 'tinyglobby';
import { UsageError, type LintProcess } from './lint-process.ts';

/** A diagram to look at. */
export interface Source {
  /** As messages and reports name it, with `/`. */
  readonly name: string;
  /** Where it lies; of standard input: where the command runs. */
  readonly folder: string;
  /** The bytes, in whatever encoding they are. */
  read(): Promise<Uint8Array>;
  /** Writes the text in place of what is there, whole or not at all; absent where that cannot be. */
  write?(text: string): Promise<void>;
}

/** The diagrams that the arguments name: files, folders, patterns, `-`. Each once, in the order of the arguments. */
export async function findSources(args: readonly string[], self: LintProcess): Promise<Source[]> {
  const found = new Map<string, Source>();
  for (const arg of args) for (const source of await sourcesOf(arg, self)) found.set(source.name, source);
  return [...found.values()];
}

async function sourcesOf(arg: string, { stdin, cwd }: LintProcess): Promise<Source[]> {
  if (arg === '-') return [{ name: '<stdin>', folder: cwd, read: () => buffer(stdin) }];
  const path = resolve(cwd, arg);
  const kind = await stat(path).catch(() => undefined);
  if (kind?.isFile()) return [fileSource(path, cwd)];
  const pattern = kind?.isDirectory() ? ['**/*.bpmn'] : [arg.split(sep).join('/')];
  const paths = await glob(pattern, {
    cwd: kind?.isDirectory() ? path : cwd,
    absolute: true,
    ignore: ['**/node_modules/**'],
    // A folder's .BPMN files are diagrams too; a pattern means what it says.
    caseSensitiveMatch: kind?.isDirectory() !== true,
  });
  if (paths.length === 0) {
    throw new UsageError(
      kind?.isDirectory() ? `${arg} holds no .bpmn file.` : `${arg}: no such file, and no file matches it.`,
    );
  }
  return paths.toSorted().map((file) => fileSource(file, cwd));
}

function fileSource(path: string, cwd: string): Source {
  const name = relative(cwd, path);
  return {
    folder: dirname(path),
    name: (name.startsWith('..') ? path : name).split(sep).join('/'),
    read: () => readFile(path),
    async write(text) {
      const temporary = `${path}.${process.pid}.tmp`;
      await writeFile(temporary, text, { mode: (await stat(path)).mode, flag: 'wx' });
      await rename(temporary, path);
    },
  };
}
