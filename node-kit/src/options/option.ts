import { listOf, refusalOf, wholeNumber, type Kind } from './kinds.ts';

/** One option of a program: read, documented and filled in by this alone. */
export interface Option<Value> {
  /** Name of the flag, without dashes; absent: by the environment only, as for what must not show in a list of processes. */
  readonly flag?: string | undefined;
  /** One letter that stands for the flag. */
  readonly short?: string | undefined;
  /** Environment variables; the first that is set counts, and a flag counts more. */
  readonly env: readonly string[];
  readonly kind: Kind<Value>;
  readonly description: string;
  /** What counts when nothing is set. */
  readonly default: Value;
  /** The same in words, for help and README; empty: there is nothing to say. */
  readonly defaultText: string;
}

/** The options of a program, by the names that its code uses. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The resolved values of a table. */
export type OptionsOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]: Table[Name] extends Option<infer Value> ? Value : never;
};

/** Some of the values of a table, as a caller gives them. */
export type PartialOptionsOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: OptionsOf<Table>[Name] | undefined;
};

interface OptionSpec<Value> {
  readonly flag?: string | undefined;
  readonly short?: string | undefined;
  readonly env?: readonly string[];
  readonly kind: Kind<Value>;
  readonly description: string;
  /** What counts when nothing is set, in words; needed where it is no value that can be written. */
  readonly defaultText?: string;
}

/** An option with a default: its value is always there. */
export function option<Value>(spec: OptionSpec<Value> & { readonly default: NoInfer<Value> }): Option<Value>;
/** An option without one: its value may be undefined. */
export function option<Value>(spec: OptionSpec<Value>): Option<Value | undefined>;
export function option<Value>(
  spec: OptionSpec<Value> & { readonly default?: Value },
): Option<Value> | Option<Value | undefined> {
  const { env = [], default: value } = spec;
  const written = value === undefined ? '' : spec.kind.write(value);
  return { ...spec, env, default: value, defaultText: spec.defaultText ?? written };
}

/** A flag that is given or not, without a value. */
export function toggle(spec: Pick<OptionSpec<boolean>, 'short' | 'description'> & { readonly flag: string }) {
  return option({ ...spec, kind: GIVEN, default: false });
}

const GIVEN: Kind<boolean> = { accepts: '', read: () => ({ ok: true, value: true }), write: () => '' };

const MAX_AMOUNT = 1_000_000_000;

/** A flag that is a whole number, up to 1,000,000,000. */
export function amount(flag: string, fallback: number, description: string, min = 0): Option<number> {
  return option({ flag, kind: wholeNumber('N', { min, max: MAX_AMOUNT }), description, default: fallback });
}

/** A flag that is a list of whole numbers, each up to 1,000,000,000. */
export function amounts(flag: string, fallback: readonly number[], description: string): Option<readonly number[]> {
  const kind = listOf(wholeNumber('LIST', { min: 0, max: MAX_AMOUNT }));
  return option({ flag, kind, description, default: fallback });
}

/** Every value of the table, the given one or the default. */
export function withDefaults<Table extends OptionTable>(
  table: Table,
  given: PartialOptionsOf<Table>,
): OptionsOf<Table> {
  const values = Object.entries(table).map(([name, { default: fallback }]) => [name, given[name] ?? fallback]);
  return Object.fromEntries(values) as OptionsOf<Table>; // each name with a value of its own option
}

/**
 * The same for values from anywhere: throws a `TypeError` for one that the command line would not take, with what is
 * wrong, found, and to give instead.
 */
export function withCheckedDefaults<Table extends OptionTable>(
  table: Table,
  given: PartialOptionsOf<Table>,
): OptionsOf<Table> {
  const options = withDefaults(table, given);
  for (const [name, { kind }] of Object.entries(table)) {
    const value: unknown = given[name];
    if (value === undefined) continue;
    const texts = Array.isArray(value) ? value.map((item) => kind.write([item])) : [kind.write(value)];
    for (const text of texts) {
      const reading = kind.read(text);
      if (!reading.ok) throw new TypeError(refusalOf(name, kind, reading, text));
    }
  }
  return options;
}

/** The environment variables that the options of a table read, each once. */
export function variablesOf(table: OptionTable): string[] {
  return [...new Set(Object.values(table).flatMap(({ env }) => env))];
}
