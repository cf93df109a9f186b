import { foundText } from '@eventbridge-kit/issue';
import { refusedArguments } from '@eventbridge-kit/connector';
import { parseArgs } from 'node:util';
import type { Option, OptionTable, SettingsOf } from './option.ts';

export interface CommandLine {
  /** Arguments after the command's name. */
  readonly args: readonly string[];
  /** Flags that the command itself took out of the arguments: what was mistyped may have meant one. */
  readonly ownFlags?: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export type SettingsResult<Table extends OptionTable> =
  | { readonly ok: true; readonly settings: SettingsOf<Table>; readonly help: boolean; readonly version: boolean }
  /** Each says what is wrong, what was found and what to write instead. */
  | { readonly ok: false; readonly messages: readonly string[] };

/** Reads flags and environment by a table. A flag counts more than a variable; a blank variable counts as not set. */
export function readSettings<Table extends OptionTable>(table: Table, line: CommandLine): SettingsResult<Table> {
  const parsed = parseFlags(table, line);
  if (!parsed.ok) return parsed;
  const { flags } = parsed;
  const messages: string[] = [];
  const settings: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(table)) {
    const { flag, kind } = option;
    const given = givenBy(option, flags, line.env);
    if (given === undefined) continue;
    const value = kind.read(given.text);
    if (value === undefined)
      messages.push(`${given.by} cannot be used: found ${shown(given, flag)}. Write ${kind.accepts}.`);
    else settings[name] = value;
  }
  if (messages.length > 0) return { ok: false, messages };
  // Each value was read by the kind of its own option.
  return {
    ok: true,
    settings: settings as SettingsOf<Table>,
    help: flags['help'] === true,
    version: flags['version'] === true,
  };
}

type Flags = Readonly<Record<string, string | boolean | undefined>>;

type FlagsResult = { readonly ok: true; readonly flags: Flags } | { readonly ok: false; readonly messages: string[] };

function parseFlags(table: OptionTable, { args, ownFlags = [] }: CommandLine): FlagsResult {
  const names = Object.values(table).flatMap(({ flag }) => (flag === undefined ? [] : [flag]));
  const options = {
    ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    help: { type: 'boolean' as const, short: 'h' },
    version: { type: 'boolean' as const, short: 'v' },
  };
  try {
    const { values } = parseArgs({ args: [...args], strict: true, allowPositionals: false, options });
    return { ok: true, flags: values };
  } catch (error) {
    const problem = refusedArguments(error, args, [...Object.keys(options), ...ownFlags]);
    return { ok: false, messages: [`${problem} See --help for the options.`] };
  }
}

interface Given {
  /** Where the text stands, for messages. */
  readonly by: string;
  readonly text: string;
}

function givenBy(
  { flag, env: variables, kind: { takesBlank = false } }: Option<unknown>,
  flags: Flags,
  env: CommandLine['env'],
): Given | undefined {
  const value = flag === undefined ? undefined : flags[flag];
  if (typeof value === 'string') return { by: `--${flag ?? ''}`, text: value };
  const isSet = (text: string | undefined): boolean => text !== undefined && (takesBlank || text.trim() !== '');
  const name = variables.find((variable) => isSet(env[variable]));
  return name === undefined ? undefined : { by: name, text: env[name] ?? '' };
}

/** What has no flag is a secret, and an address may hold one: it is not repeated. */
function shown({ text }: Given, flag: string | undefined): string {
  return flag === undefined ? `a text of ${text.length} characters` : foundText(text);
}
