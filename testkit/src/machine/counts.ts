/** How the tests of one run ended. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report that tells how many tests ended how. */
interface VitestReport {
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

/** The part of Playwright's JSON report that tells how many tests ended how. */
interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly flaky: number;
    readonly unexpected: number;
    readonly skipped: number;
  };
  readonly errors: readonly unknown[];
}

/** How the tests of a report ended, whichever of the two runners wrote it; throws when it is neither's. */
export function countIn(report: unknown): Counts {
  if (isObject(report) && Array.isArray(report['testResults'])) return ofVitest(report as unknown as VitestReport);
  if (isObject(report) && isObject(report['stats'])) return ofPlaywright(report as unknown as PlaywrightReport);
  throw new TypeError('this is neither a report of vitest nor one of Playwright');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function ofVitest(report: VitestReport): Counts {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of report.testResults) {
    for (const { status } of file.assertionResults) counts[fate(status)]++;
    // A file that could not be read has no tests to fail, and one whose set-up failed has only skipped ones.
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) counts.failed++;
  }
  return counts;
}

function fate(status: string): keyof Counts {
  if (status === 'passed' || status === 'failed') return status;
  return 'skipped';
}

function ofPlaywright({ stats, errors }: PlaywrightReport): Counts {
  // A test that passed at its second try has failed once: it is not trusted.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

export function addUp(all: readonly Counts[]): Counts {
  return all.reduce(
    (sum, one) => ({
      passed: sum.passed + one.passed,
      failed: sum.failed + one.failed,
      skipped: sum.skipped + one.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** One line that says how the tests ended. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const line = `${String(passed)} passed, ${String(failed)} failed`;
  return skipped === 0 ? line : `${line}, ${String(skipped)} skipped`;
}

/** Why a suite's run cannot count as a success; empty when it can. */
export function problemsOf(suite: string, counts: Counts | undefined): string[] {
  if (counts === undefined) return [`The ${suite} tests left no report: they did not run to their end.`];
  const problems: string[] = [];
  if (counts.passed + counts.failed === 0) problems.push(`No ${suite} test ran.`);
  if (counts.failed > 0) problems.push(`${String(counts.failed)} of the ${suite} tests failed.`);
  if (counts.skipped > 0) problems.push(`${String(counts.skipped)} of the ${suite} tests were skipped.`);
  return problems;
}
