import type { ValueKind } from './value-kinds.ts';

/** One setting of the command line: it parses by this and is documented by it. */
export interface Option<Value> {
  /** Name of the flag without dashes; absent: by the environment only, as for what must not show in a process list. */
  readonly flag?: string;
  /** Environment variables, the first that is set counts; a flag counts more. */
  readonly env: readonly string[];
  readonly kind: ValueKind<Value>;
  readonly description: string;
  /** What is used when nothing is set, in words. */
  readonly default: string;
}

/** A table of options by the names that a program uses. */
export type OptionTable = Readonly<Record<string, Option<unknown>>>;

/** The values of a table; what is not set is absent. */
export type SettingsOf<Table extends OptionTable> = {
  readonly [Name in keyof Table]?: Table[Name] extends Option<infer Value> ? Value : never;
};

/** Makes the value's type known to the table. */
export function option<Value>(spec: Option<Value>): Option<Value> {
  return spec;
}
