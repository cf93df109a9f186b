import { thrownText } from '@eventbridge-kit/issue';
import {
  EXIT,
  type OptionsOf,
  packageVersion,
  refuseUsage,
  startProgram,
  unknownName,
} from '@eventbridge-kit/node-kit/options';
import { existsSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { BuildOrder } from './build.ts';
import { type Built, type Output, WriteError, foreignFile, isUpToDate, writeTogether } from './output.ts';
import { COMMANDS, type Command, type GENERATOR_OPTIONS, PROGRAM } from './options.ts';
import { type Problem, problemLine } from './problem.ts';

/** What the command line sees of the world. */
export interface World {
  readonly workingDirectory: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Builds one file; gives up after so many seconds, 0: never. */
  readonly build: (order: BuildOrder, timeoutSeconds: number) => Promise<Built>;
}

/** What a run is told: the options, and what stands beside them. */
interface RunArgs extends OptionsOf<typeof GENERATOR_OPTIONS> {
  readonly command: Command;
  readonly files: readonly string[];
}

/** Runs one command; returns its exit code: 0 done, 1 something is invalid or stale, 2 bad use. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const started = startProgram(PROGRAM, { ...world, args: argv, version: packageVersion(import.meta.url) });
  if (!started.run) return started.exitCode;
  const [name, ...files] = started.operands;
  const command = COMMANDS.find((known) => known === name);
  if (command === undefined || files.length === 0) return refuseUsage(PROGRAM, world, [badUse(name, command)]);
  return runCommand({ ...started.options, command, files }, world);
}

/** What the words of the call lack. */
function badUse(name: string | undefined, command: Command | undefined): string {
  if (name === undefined) return 'The command is missing. Write generate FILE or types FILE.';
  return command === undefined ? unknownName('command', name, COMMANDS) : `The file is missing. Write ${command} FILE.`;
}

/** A file of the definition's, and what became of it. */
interface Written {
  readonly path: string;
  readonly state: 'written' | 'up to date' | 'not up to date';
}

async function runCommand(args: RunArgs, world: World): Promise<number> {
  const badPath = wrongPath(args, world);
  if (badPath !== undefined) return refuseUsage(PROGRAM, world, [badPath]);
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
  return problems.some((problem) => problem.severity === 'error') ? EXIT.failed : EXIT.ok;
}

function orderOf(file: string, { command, out }: RunArgs, { workingDirectory }: World): BuildOrder {
  return {
    command,
    file,
    path: resolve(workingDirectory, file),
    workingDirectory,
    outDir: out === undefined ? undefined : resolve(workingDirectory, out),
  };
}

/** Why one of the paths cannot be used. */
function wrongPath({ files, out }: RunArgs, { workingDirectory }: World): string | undefined {
  const missing = [...files, ...(out === undefined ? [] : [out])].find(
    (path) => !existsSync(resolve(workingDirectory, path)),
  );
  if (missing !== undefined) return `${missing} does not exist.`;
  const isFolder = (path: string): boolean => statSync(resolve(workingDirectory, path)).isDirectory();
  const folder = files.find(isFolder);
  if (folder !== undefined) return `${folder} is a folder. Name the file of a definition in it.`;
  return out === undefined || isFolder(out) ? undefined : `--out takes a folder, and ${out} is a file.`;
}

function shown(path: string, world: World): string {
  return relative(world.workingDirectory, path);
}

/** Files that this run must not write: two definitions would give them, or somebody else made them. */
async function conflicts(
  file: string,
  outputs: readonly Output[],
  owners: Map<string, string>,
  { check }: RunArgs,
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
  { command, check }: RunArgs,
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
