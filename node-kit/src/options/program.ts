import { readFileSync } from 'node:fs';
import { helpText, type Program } from './help.ts';
import { toggle, type OptionsOf, type OptionTable } from './option.ts';
import { readFlags, resolveOptions, type CommandLine } from './read-options.ts';

/** Exit codes: done, failed while running, called in a wrong way. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** What the start of a program uses of its process. */
export interface ProcessPort extends Pick<CommandLine, 'args' | 'env'> {
  readonly version: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export type Started<Table extends OptionTable> =
  | { readonly run: true; readonly options: OptionsOf<Table>; readonly operands: readonly string[] }
  /** All is said: help, version, or what is wrong with the call. */
  | { readonly run: false; readonly exitCode: ExitCode };

/** The options that every program has; they count more than a wrong value of another. */
export const HELP_OPTIONS = {
  help: toggle({ flag: 'help', short: 'h', description: 'Print this.' }),
  version: toggle({ flag: 'version', short: 'v', description: 'Print the version.' }),
};

/** Reads the options of a program, which include `HELP_OPTIONS`, and answers what needs no run. */
export function startProgram<Table extends OptionTable & typeof HELP_OPTIONS>(
  program: Program<Table>,
  port: ProcessPort,
): Started<Table> {
  const { options: table, operands = false } = program;
  const flags = readFlags(table, { args: port.args, operands });
  if (!flags.ok) return { run: false, exitCode: refuseUsage(program, port, flags.messages) };
  if (flags.texts.has('help') || flags.texts.has('version')) {
    port.out(flags.texts.has('help') ? helpText(program) : `${port.version}\n`);
    return { run: false, exitCode: EXIT.ok };
  }
  const read = resolveOptions(table, flags, port.env);
  if (!read.ok) return { run: false, exitCode: refuseUsage(program, port, read.messages) };
  return { run: true, options: read.options, operands: read.operands };
}

/**
 * This process, for a program that runs as one.
 *
 * @param file address of a file of its package: `import.meta.url`
 */
export function processPort(file: string): Required<ProcessPort> {
  return {
    args: process.argv.slice(2),
    env: process.env,
    version: packageVersion(file),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}

/** Tells what is wrong with the call; gives the exit code. */
export function refuseUsage(
  { name }: Pick<Program, 'name'>,
  { err }: Pick<ProcessPort, 'err'>,
  messages: readonly string[],
): ExitCode {
  for (const message of messages) err(`${message}\n`);
  err(`See ${name} --help.\n`);
  return EXIT.usage;
}

/**
 * Version of the package that a file belongs to: its manifest lies above the sources and above the built file alike.
 *
 * @param file address of the file: `import.meta.url`
 */
export function packageVersion(file: string): string {
  for (const up of ['../package.json', '../../package.json', '../../../package.json']) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(new URL(up, file), 'utf8'));
      if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) return String(manifest.version);
    } catch {
      // Not this far up.
    }
  }
  return 'unknown';
}
