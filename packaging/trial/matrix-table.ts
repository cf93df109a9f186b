import type { Verdict } from './check-tarball.ts';
import type { Outcome } from '../readme/follow.ts';

/** One folder on one Node. */
export interface Column {
  readonly title: string;
  readonly outcomes: readonly Outcome[];
}

/** Longest first cell, in characters. */
const MAX_NAME = 58;

/** The table of one package: a row for each block of its README and each promise, a column for each folder and Node. */
export function matrixTable(title: string, columns: readonly Column[], verdicts: readonly Verdict[]): string[] {
  const names = [...new Set(columns.flatMap(({ outcomes }) => outcomes.map(nameOf)))];
  const rows = names.map((name) => [
    name,
    ...columns.map(({ outcomes }) => {
      const outcome = outcomes.find((one) => nameOf(one) === name);
      return outcome === undefined ? '-' : outcome.failure === undefined ? outcome.did : 'WRONG';
    }),
  ]);
  const heads = ['line of the README', ...columns.map((column) => column.title)];
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd();
  return [
    title,
    line(heads),
    ...rows.map(line),
    ...verdicts.map(({ check, did, failure }) => `${check}: ${failure === undefined ? did : 'WRONG'}`),
    ...failuresOf(columns, verdicts),
  ];
}

function nameOf({ line, what }: Outcome): string {
  const name = line === 0 ? `     ${what}` : `${String(line).padStart(4)} ${what}`;
  return name.length > MAX_NAME ? `${name.slice(0, MAX_NAME - 3)}...` : name;
}

/** What is wrong, each thing once with the places that have it. */
function failuresOf(columns: readonly Column[], verdicts: readonly Verdict[]): string[] {
  const places = new Map<string, string[]>();
  for (const { title, outcomes } of columns) {
    for (const outcome of outcomes) {
      if (outcome.failure === undefined) continue;
      const key = `${nameOf(outcome).trim()}\n${outcome.failure}`;
      places.set(key, [...(places.get(key) ?? []), title]);
    }
  }
  for (const { check, failure } of verdicts) if (failure !== undefined) places.set(`${check}\n${failure}`, ['tarball']);
  return [...places].map(([failure, where]) => `\nWRONG (${where.join(', ')}): ${failure}`);
}
