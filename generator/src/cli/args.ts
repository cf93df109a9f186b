import { parseArgs } from 'node:util';
import { nearest, thrownText } from '@eventbridge-kit/issue';

/** How long a definition may take to load and build, in seconds, where the command line says nothing. */
export const LOAD_TIMEOUT_SECONDS = 60;

export const USAGE = `Usage: element-template-generator COMMAND FILE... [options]

Commands:
  generate   writes FILE.json (the element template) and FILE.md (its reference
             page) for each definition that FILE exports with defineTemplate;
             FILE is TypeScript or JavaScript
  types      writes FILE.job.schema.json (the JSON Schema of what a job carries:
             variables and headers) and FILE.job.d.ts (its types); FILE is a
             template's JSON, of a list the newest version, or a definition

Options:
  --check               write nothing; fail when a file is not up to date
  --out DIR             write into DIR instead of beside FILE; DIR must exist
  --json                print problems and files as one JSON object on stdout
  --load-timeout SEC    give a definition up after SEC seconds; 0: never; default 60
  --version             print the version of this package
  --help                show this text

Exit codes: 0 done, 1 a definition is invalid or a file is not up to date, 2 bad use.
`;

const COMMANDS = ['generate', 'types'] as const;

export type Command = (typeof COMMANDS)[number];

function isCommand(word: string): word is Command {
  return (COMMANDS as readonly string[]).includes(word);
}

const OPTIONS = {
  check: { type: 'boolean' },
  out: { type: 'string' },
  json: { type: 'boolean' },
  'load-timeout': { type: 'string' },
  version: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** What either command is told. */
export interface CommandArgs {
  readonly command: Command;
  readonly files: readonly string[];
  readonly check: boolean;
  readonly json: boolean;
  readonly loadTimeoutSeconds: number;
  readonly out?: string;
}

export type Args =
  | { readonly kind: 'run'; readonly run: CommandArgs }
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'bad-use'; readonly message: string };

/** Reads the command line, without the interpreter and the script. */
export function parse(argv: readonly string[]): Args {
  const unknown = unknownFlag(argv);
  if (unknown !== undefined) return badUse(`there is no option ${unknown}${meant(unknown, FLAGS)}`);
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: OPTIONS });
    if (values.help === true) return { kind: 'help' };
    if (values.version === true) return { kind: 'version' };
    const [command, ...files] = positionals;
    if (command === undefined) return badUse('the command is missing; write generate FILE or types FILE');
    if (!isCommand(command)) {
      return badUse(`there is no command "${command}"${meant(command, COMMANDS)}; write generate FILE or types FILE`);
    }
    if (files.length === 0) return badUse(`the file is missing; write ${command} FILE`);
    const seconds = values['load-timeout'] ?? String(LOAD_TIMEOUT_SECONDS);
    if (!/^\d{1,6}$/.test(seconds)) {
      return badUse(`--load-timeout takes whole seconds, found "${seconds}"; write such as --load-timeout 60`);
    }
    return {
      kind: 'run',
      run: {
        command,
        files,
        check: values.check === true,
        json: values.json === true,
        loadTimeoutSeconds: Number(seconds),
        ...(values.out !== undefined && { out: values.out }),
      },
    };
  } catch (problem) {
    return badUse(thrownText(problem));
  }
}

const FLAGS = Object.keys(OPTIONS).map((name) => `--${name}`);

function unknownFlag(argv: readonly string[]): string | undefined {
  const end = argv.indexOf('--');
  return argv
    .slice(0, end === -1 ? undefined : end)
    .map((arg) => arg.replace(/=.*$/, ''))
    .find((arg) => arg.startsWith('--') && !FLAGS.includes(arg));
}

function meant(written: string, names: readonly string[]): string {
  const near = nearest(written, names);
  return near === undefined ? '' : `; did you mean ${near}?`;
}

function badUse(message: string): Args {
  return { kind: 'bad-use', message };
}
