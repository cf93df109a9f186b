import { foundText } from '@eventbridge-kit/issue';
import { parseArgs } from 'node:util';
import { unknownFlag } from './flags.ts';
import { refusalOf } from './kinds.ts';
import type { Option, OptionsOf, OptionTable } from './option.ts';

export interface CommandLine {
  /** Arguments after the program's name. */
  readonly args: readonly string[];
  /** Absent: no variable is read. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Whether words without a flag are taken; default false. */
  readonly operands?: boolean;
}

export type OptionsResult<Table extends OptionTable> =
  | { readonly ok: true; readonly options: OptionsOf<Table>; readonly operands: readonly string[] }
  /** Each says what is wrong, what was found and what to write instead. */
  | { readonly ok: false; readonly messages: readonly string[] };

/**
 * Reads flags and environment by a table. A flag counts more than a variable, the last one most; a blank variable counts
 * as not set. Never throws.
 */
export function readOptions<Table extends OptionTable>(table: Table, line: CommandLine): OptionsResult<Table> {
  const flags = readFlags(table, line);
  return flags.ok ? resolveOptions(table, flags, line.env) : flags;
}

/** What the arguments say, the values as they are written. */
export type FlagsResult = Flags | { readonly ok: false; readonly messages: readonly string[] };

interface Flags {
  readonly ok: true;
  /** Texts of each flag, in their order. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  readonly operands: readonly string[];
}

/** Takes the arguments apart. After a first mistake nothing is read: what follows may belong to it. */
export function readFlags(table: OptionTable, { args, operands: takesOperands = false }: CommandLine): FlagsResult {
  const options = new Map(
    Object.values(table).flatMap((option) => (option.flag === undefined ? [] : [[option.flag, option]])),
  );
  const texts = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokensOf(args, options)) {
    switch (token.kind) {
      case 'option-terminator':
        break;
      case 'positional': {
        if (!takesOperands) return refused(strayWord(token.value));
        operands.push(token.value);
        break;
      }
      case 'option': {
        const option = options.get(token.name);
        const [written = ''] = (args[token.index] ?? '').split('=', 1);
        if (option === undefined) return refused(unknownFlag(written, token.rawName, [...options.keys()]));
        const wrong = wrongValue(option, token);
        if (wrong !== undefined) return refused(wrong);
        texts.set(token.name, [...(texts.get(token.name) ?? []), token.value ?? '']);
        break;
      }
    }
  }
  return { ok: true, texts, operands };
}

/** The values of flags and environment, the default of what neither names. Tells all that is wrong at once. */
export function resolveOptions<Table extends OptionTable>(
  table: Table,
  { texts, operands }: Flags,
  env: CommandLine['env'] = {},
): OptionsResult<Table> {
  const messages: string[] = [];
  const valueOf = (option: Option<unknown>): unknown => {
    const { kind } = option;
    const given = givenBy(option, texts, env);
    const values: unknown[] = [];
    for (const text of kind.repeats === true ? given.texts : given.texts.slice(-1)) {
      const reading = kind.read(text);
      if (reading.ok) values.push(reading.value);
      else messages.push(refusalOf(given.by, kind, reading, text));
    }
    if (values.length === 0) return option.default;
    return kind.repeats === true ? values.flat() : values[0];
  };
  const options = Object.fromEntries(Object.entries(table).map(([name, option]) => [name, valueOf(option)]));
  if (messages.length > 0) return { ok: false, messages };
  // Each value was read by the kind of its own option.
  return { ok: true, options: options as OptionsOf<Table>, operands };
}

function refused(message: string): { readonly ok: false; readonly messages: readonly string[] } {
  return { ok: false, messages: [message] };
}

function strayWord(word: string): string {
  return `There is nothing to give without a flag: found ${foundText(word)}. Leave it out, or write its flag before it.`;
}

type Token = ReturnType<typeof tokensOf>[number];

function tokensOf(args: readonly string[], options: ReadonlyMap<string, Option<unknown>>) {
  const config = [...options].map(([name, { kind, short }]) => {
    const type = kind.placeholder === undefined ? ('boolean' as const) : ('string' as const);
    return [name, short === undefined ? { type } : { type, short }] as const;
  });
  return parseArgs({
    args: [...args],
    options: Object.fromEntries(config),
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens;
}

/** A value where none is taken, or none where one is needed: what looks like the next flag is no value. */
function wrongValue(
  { kind: { placeholder } }: Option<unknown>,
  token: Extract<Token, { kind: 'option' }>,
): string | undefined {
  const { rawName, value, inlineValue } = token;
  if (placeholder === undefined)
    return value === undefined ? undefined : `The flag takes no value: found "${rawName}=${value}". Write ${rawName}.`;
  if (value === undefined) return `The flag has no value: found "${rawName}". Write ${rawName} ${placeholder}.`;
  if (inlineValue || !/^-./.test(value)) return undefined;
  return `The flag has no value: found "${rawName}" before "${value}". Write ${rawName} ${placeholder}, or ${rawName}=${placeholder} for one that begins with a dash.`;
}

interface Given {
  /** Where the texts stand, for messages. */
  readonly by: string;
  readonly texts: readonly string[];
}

function givenBy(
  { flag, env: variables, kind: { takesBlank = false } }: Option<unknown>,
  flags: Flags['texts'],
  env: NonNullable<CommandLine['env']>,
): Given {
  const texts = flag === undefined ? undefined : flags.get(flag);
  if (texts !== undefined) return { by: `--${flag ?? ''}`, texts };
  const isSet = (text: string | undefined): boolean => text !== undefined && (takesBlank || text.trim() !== '');
  const name = variables.find((variable) => isSet(env[variable]));
  return name === undefined ? { by: '', texts: [] } : { by: name, texts: [env[name] ?? ''] };
}
