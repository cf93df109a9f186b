import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { type GenerateArgs, USAGE, parse } from './args.ts';
import { build } from './build.ts';
import { type Output, isUpToDate, writeAtomically } from './output.ts';
import { problemLine, thrownMessage } from './problem.ts';

/** What the command line sees of the world. */
export interface World {
  readonly workingDirectory: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

const DONE = 0;
const INVALID = 1;
const BAD_USE = 2;

/** Runs one command; returns its exit code. */
export const run = async (argv: readonly string[], world: World): Promise<number> => {
  const args = parse(argv);
  if (args.kind === 'help') {
    world.out(USAGE);
    return DONE;
  }
  if (args.kind === 'generate') return generate(args.generate, world);
  world.err(`element-template-generator: ${args.message}\n\n${USAGE}`);
  return BAD_USE;
};

const generate = async ({ files, check, out }: GenerateArgs, world: World): Promise<number> => {
  const outDir = out === undefined ? undefined : resolve(world.workingDirectory, out);
  const missing = [...files, ...(out === undefined ? [] : [out])].find(
    (path) => !existsSync(resolve(world.workingDirectory, path)),
  );
  if (missing !== undefined) {
    world.err(`element-template-generator: ${missing} does not exist\n`);
    return BAD_USE;
  }
  let code = DONE;
  for (const file of files) {
    const { outputs, problems } = await build(file, resolve(world.workingDirectory, file), outDir);
    problems.forEach((problem) => world.err(`${problemLine(problem)}\n`));
    const invalid = problems.some((problem) => problem.severity === 'error');
    const ok = !invalid && (check ? await checkAll(file, outputs, world) : await writeAll(outputs, world));
    if (!ok) code = INVALID;
  }
  return code;
};

const shown = (path: string, world: World): string => relative(world.workingDirectory, path);

const checkAll = async (file: string, outputs: readonly Output[], world: World): Promise<boolean> => {
  let fresh = true;
  for (const output of outputs) {
    if (await isUpToDate(output)) continue;
    fresh = false;
    world.err(
      `${shown(output.path, world)}: error: not up to date; run: element-template-generator generate ${file}\n`,
    );
  }
  return fresh;
};

const writeAll = async (outputs: readonly Output[], world: World): Promise<boolean> => {
  for (const output of outputs) {
    try {
      const fresh = await isUpToDate(output);
      if (!fresh) await writeAtomically(output);
      world.out(`${shown(output.path, world)} ${fresh ? 'is up to date' : 'written'}\n`);
    } catch (problem) {
      world.err(`${shown(output.path, world)}: error: cannot be written: ${thrownMessage(problem)}\n`);
      return false;
    }
  }
  return true;
};
