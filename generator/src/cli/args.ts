import { parseArgs } from 'node:util';
import { thrownMessage } from './problem.ts';

export const USAGE = `Usage: element-template-generator generate FILE... [options]

Writes FILE.json (the element template) and FILE.md (its reference page) for each
definition that FILE exports with defineTemplate. FILE is TypeScript or JavaScript.

Options:
  --check      write nothing; fail when a file is not up to date
  --out DIR    write into DIR instead of beside FILE; DIR must exist
  --help       show this text

Exit codes: 0 done, 1 a definition is invalid or a file is not up to date, 2 bad use.
`;

export interface GenerateArgs {
  readonly files: readonly string[];
  readonly check: boolean;
  readonly out?: string;
}

export type Args =
  | { readonly kind: 'generate'; readonly generate: GenerateArgs }
  | { readonly kind: 'help' }
  | { readonly kind: 'bad-use'; readonly message: string };

/** Reads the command line, without the interpreter and the script. */
export const parse = (argv: readonly string[]): Args => {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { check: { type: 'boolean' }, out: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    if (values.help === true) return { kind: 'help' };
    const [command, ...files] = positionals;
    if (command === undefined) return badUse('the command is missing; write generate FILE');
    if (command !== 'generate') return badUse(`the command "${command}" is unknown; write generate FILE`);
    if (files.length === 0) return badUse('the file is missing; write generate FILE');
    return {
      kind: 'generate',
      generate: { files, check: values.check === true, ...(values.out === undefined ? {} : { out: values.out }) },
    };
  } catch (problem) {
    return badUse(thrownMessage(problem));
  }
};

const badUse = (message: string): Args => ({ kind: 'bad-use', message });
