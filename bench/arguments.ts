import { parseArgs } from 'node:util';
import { UsageError } from './bench.ts';

/** Reads `--name value` options that are lists of numbers. Throws a `UsageError` for anything else. */
export function readNumberLists<Name extends string>(
  args: readonly string[],
  defaults: Readonly<Record<Name, readonly number[]>>,
): Record<Name, number[]> {
  const names = Object.keys(defaults) as Name[]; // the keys of the record are its names
  const values = parse(args, names);
  return Object.fromEntries(
    names.map((name) => {
      const text = values[name];
      return [name, text === undefined ? [...defaults[name]] : toNumbers(name, text)];
    }),
  ) as Record<Name, number[]>; // each name stands once
}

function parse(args: readonly string[], names: readonly string[]): Partial<Record<string, string>> {
  try {
    const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} See --help.`);
  }
}

/** The value of an option that is a list of numbers. */
export function toNumbers(name: string, text: string): number[] {
  return text.split(',').map((part) => toNumber(name, part));
}

/** The value of an option that is a number. Throws a `UsageError` for anything else. */
export function toNumber(name: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) {
    throw new UsageError(`--${name} takes numbers of 0 or more, separated by commas: found "${text}".`);
  }
  return value;
}
