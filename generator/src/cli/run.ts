import { thrownText } from '@eventbridge-kit/issue';
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { type CommandArgs, USAGE, parse } from './args.ts';
import type { BuildOrder } from './build.ts';
import { type Built, type Output, WriteError, foreignFile, isUpToDate, writeTogether } from './output.ts';
import { type Problem, problemLine } from './problem.ts';
import { packageVersion } from './version.ts';

/** What the command line sees of the world. */
export interface World {
  readonly workingDirectory: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Builds one file; gives up after so many seconds, 0: never. */
  readonly build: (order: BuildOrder, timeoutSeconds: number) => Promise<Built>;
}

const DONE = 0;
const INVALID = 1;
const BAD_USE = 2;

/** Runs one command; returns its exit code. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const args = parse(argv);
  switch (args.kind) {
    case 'help':
      world.out(USAGE);
      return DONE;
    case 'version':
      world.out(`${packageVersion()}\n`);
      return DONE;
    case 'run':
      return runCommand(args.run, world);
    case 'bad-use':
      world.err(`element-template-generator: ${args.message}\n\n${USAGE}`);
      return BAD_USE;
  }
}

/** A file of the definition's, and what became of it. */
interface Written {
  readonly path: string;
  readonly state: 'written' | 'up to date' | 'not up to date';
}

async function runCommand(args: CommandArgs, world: World): Promise<number> {
  const badPath = wrongPath(args, world);
  if (badPath !== undefined) {
    world.err(`element-template-generator: ${badPath}\n`);
    return BAD_USE;
  }
  const problems: Problem[] = [];
  const files: Written[] = [];
  const owners = new Map<string, string>();
  const tell = (problem: Problem): void => {
    problems.push(problem);
    if (!args.json) world.err(`${problemLine(problem)}\n`);
  };
  for (const file of args.files) {
    const built = await world.build(orderOf(file, args, world), args.loadTimeoutSeconds);
    const found = [...built.problems, ...(await conflicts(file, built.outputs, owners, args, world))];
    found.forEach(tell);
    if (found.some((problem) => problem.severity === 'error')) continue;
    for (const written of await finish(file, built.outputs, args, world, tell)) {
      files.push(written);
      if (!args.json && written.state !== 'not up to date') {
        if (!args.check) world.out(`${written.path} ${written.state === 'written' ? 'written' : 'is up to date'}\n`);
      }
    }
  }
  if (args.json) world.out(`${JSON.stringify({ problems, files }, null, 2)}\n`);
  return problems.some((problem) => problem.severity === 'error') ? INVALID : DONE;
}

function orderOf(file: string, { command, out }: CommandArgs, { workingDirectory }: World): BuildOrder {
  return {
    command,
    file,
    path: resolve(workingDirectory, file),
    workingDirectory,
    ...(out !== undefined && { outDir: resolve(workingDirectory, out) }),
  };
}

/** Why one of the paths cannot be used. */
function wrongPath({ files, out }: CommandArgs, { workingDirectory }: World): string | undefined {
  const missing = [...files, ...(out === undefined ? [] : [out])].find(
    (path) => !existsSync(resolve(workingDirectory, path)),
  );
  if (missing !== undefined) return `${missing} does not exist`;
  const isFolder = (path: string): boolean => statSync(resolve(workingDirectory, path)).isDirectory();
  const folder = files.find(isFolder);
  if (folder !== undefined) return `${folder} is a folder; name the file of a definition in it`;
  return out === undefined || isFolder(out) ? undefined : `--out takes a folder, and ${out} is a file`;
}

function shown(path: string, world: World): string {
  return relative(world.workingDirectory, path);
}

/** Files that this run must not write: two definitions would give them, or somebody else made them. */
async function conflicts(
  file: string,
  outputs: readonly Output[],
  owners: Map<string, string>,
  { check }: CommandArgs,
  world: World,
): Promise<Problem[]> {
  const found: Problem[] = [];
  for (const output of outputs) {
    const owner = owners.get(output.path);
    owners.set(output.path, file);
    const message =
      owner === undefined
        ? check
          ? undefined
          : await foreignFile(output)
        : `comes from ${owner} and from ${file}; rename one, or write them into different folders`;
    if (message !== undefined) found.push({ file: shown(output.path, world), severity: 'error', message });
  }
  return found;
}

async function finish(
  file: string,
  outputs: readonly Output[],
  { command, check }: CommandArgs,
  world: World,
  tell: (problem: Problem) => void,
): Promise<Written[]> {
  const fresh = await Promise.all(outputs.map(isUpToDate));
  const stale = outputs.filter((_, index) => fresh[index] === false);
  const error = (path: string, message: string): void => tell({ file: shown(path, world), severity: 'error', message });
  if (check) {
    stale.forEach(({ path }) => error(path, `not up to date; run: element-template-generator ${command} ${file}`));
  } else {
    try {
      await writeTogether(stale);
    } catch (problem) {
      error(problem instanceof WriteError ? problem.path : dirname(file), thrownText(problem));
      return [];
    }
  }
  return outputs.map((output, index) => ({
    path: shown(output.path, world),
    state: fresh[index] === true ? 'up to date' : check ? 'not up to date' : 'written',
  }));
}
