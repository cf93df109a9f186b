/** The part of vitest's JSON report that tells which test ended how. */
export interface EngineReport {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly ancestorTitles: readonly string[];
      readonly title: string;
      readonly status: string;
    }[];
  }[];
}

/** Title of the column of a test that names no engine. */
const NO_ENGINE = 'no engine';

/** Widest first column, in characters; a longer title keeps its length and is not aligned. */
const MAX_WIDTH = 100;

/**
 * A table of what was checked on which engine, as lines of Markdown that read well as they are. A test names its engine
 * in the first title of the groups it stands in; the same check on two engines is one row, below its group's name. The
 * last row counts.
 */
export function checkedTable(
  report: EngineReport,
  isEngine = (title: string): boolean => /\d+\.\d+\.\d+$/.test(title),
): string[] {
  const engines = new Set<string>();
  const groups = new Map<string, Map<string, Map<string, string>>>();
  for (const { ancestorTitles, title, status } of report.testResults.flatMap((file) => file.assertionResults)) {
    const engine = ancestorTitles.find(isEngine) ?? NO_ENGINE;
    engines.add(engine);
    const name = ancestorTitles.filter((ancestor) => ancestor !== engine).join(': ');
    const group = groups.get(name) ?? new Map<string, Map<string, string>>();
    groups.set(name, group);
    group.set(title, (group.get(title) ?? new Map<string, string>()).set(engine, status));
  }
  const columns = [...engines];
  const cellsOf = (check: string, row: ReadonlyMap<string, string>): string[] => [
    check,
    ...columns.map((engine) => row.get(engine) ?? ''),
  ];
  // What stands in no group comes first, so that it seems to be in none.
  const sorted = [...groups].toSorted(([a], [b]) => Number(b === '') - Number(a === ''));
  const rows = sorted.flatMap(([name, group]) => [
    ...(name === '' ? [] : [cellsOf(`**${name}**`, new Map())]),
    ...[...group].map(([check, row]) => cellsOf(check, row)),
  ]);
  const all = [...groups.values()].flatMap((group) => [...group.values()]);
  const sum = cellsOf(`${String(all.length)} checks`, new Map(columns.map((engine) => [engine, counted(all, engine)])));
  return ['', ...aligned([['checked', ...columns], ...rows, sum])];
}

/** How often each status occurs in an engine's column, for example `12 passed, 1 failed`. */
function counted(rows: readonly ReadonlyMap<string, string>[], engine: string): string {
  const statuses = rows.flatMap((row) => row.get(engine) ?? []);
  return [...new Set(statuses)]
    .map((status) => `${String(statuses.filter((one) => one === status).length)} ${status}`)
    .join(', ');
}

/** Rows as Markdown with the bars below each other, the first row as the head. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0).filter((width) => width <= MAX_WIDTH)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = '', ...body] = rows.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body];
}
