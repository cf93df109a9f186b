import { thrownText } from '@eventbridge-kit/issue';
import { meantFlag } from '@eventbridge-kit/connector';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { Wrong, type Flag } from './flag.ts';

export type ArgumentsResult<Config> =
  { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly message: string };

/** Reads the arguments by the table of flags. */
export function parseArguments<Config>(
  args: readonly string[],
  flags: readonly Flag<Config>[],
  defaults: Config,
): ArgumentsResult<Config> {
  let tokens;
  try {
    ({ tokens } = parseArgs({
      args: [...args],
      options: parserOptions(flags),
      strict: false,
      tokens: true,
      allowPositionals: true,
    }));
  } catch (error) {
    return { ok: false, message: thrownText(error) };
  }
  let config = defaults;
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional')
      return problem(`There is nothing to give without a flag: found "${token.value}". See --help.`);
    const flag = flags.find(({ name }) => name === token.name);
    if (!flag) return problem(`There is no such flag: found "${token.rawName}". ${advice(token.name, flags)}`);
    if (flag.value !== undefined && token.value === undefined)
      return problem(`The flag has no value: found "${token.rawName}". Write ${token.rawName} <${flag.value}>.`);
    if (flag.value === undefined && token.value !== undefined)
      return problem(`The flag takes no value: found "${token.rawName}=${token.value}". Write ${token.rawName}.`);
    const next = flag.apply(config, token.value ?? '');
    if (next instanceof Wrong)
      return problem(`${token.rawName} does not take this: found "${token.value ?? ''}". ${next.instead}`);
    config = next;
  }
  return { ok: true, config };
}

/** What to write instead of a flag that there is not. */
function advice<Config>(found: string, flags: readonly Flag<Config>[]): string {
  const names = flags.map(({ name }) => name);
  const meant = meantFlag(found, names);
  return meant === undefined
    ? `Write one of ${names.map((name) => `--${name}`).join(', ')}.`
    : `Did you mean --${meant}?`;
}

function parserOptions<Config>(flags: readonly Flag<Config>[]): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    flags.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }]),
  );
}

function problem(message: string): { ok: false; message: string } {
  return { ok: false, message };
}
