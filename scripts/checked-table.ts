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

/**
 * A table of what was checked on which engine, as lines of Markdown. A test names its engine in the first title of the
 * groups it stands in; the same check on two engines is one row.
 */
export function checkedTable(
  report: EngineReport,
  isEngine = (title: string): boolean => /\d+\.\d+\.\d+$/.test(title),
): string[] {
  const engines = new Set<string>();
  const rows = new Map<string, Map<string, string>>();
  for (const { ancestorTitles, title, status } of report.testResults.flatMap((file) => file.assertionResults)) {
    const engine = ancestorTitles.find(isEngine) ?? NO_ENGINE;
    const check = [...ancestorTitles.filter((ancestor) => ancestor !== engine), title].join(': ');
    engines.add(engine);
    const row = rows.get(check) ?? new Map<string, string>();
    rows.set(check, row.set(engine, status));
  }
  const columns = [...engines];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    '',
    line(['checked', ...columns]),
    line(['---', ...columns.map(() => '---')]),
    ...[...rows].map(([check, row]) => line([check, ...columns.map((engine) => row.get(engine) ?? '')])),
  ];
}
