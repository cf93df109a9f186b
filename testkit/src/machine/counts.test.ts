import { describe, expect, it } from 'vitest';
import { addUp, closingLine, countIn, problemsOf } from './counts.ts';

function vitest(...files: { status: string; tests: string[] }[]): unknown {
  return {
    testResults: files.map(({ status, tests }) => ({
      status,
      assertionResults: tests.map((test) => ({ status: test })),
    })),
  };
}

describe('the counts of a run', () => {
  it("come from vitest's report", () => {
    const report = vitest(
      { status: 'passed', tests: ['passed', 'passed'] },
      { status: 'failed', tests: ['failed', 'todo'] },
    );
    expect(countIn(report)).toEqual({ passed: 2, failed: 1, skipped: 1 });
  });

  it('hold a file that could not be read, and one whose set-up failed', () => {
    const report = vitest({ status: 'failed', tests: [] }, { status: 'failed', tests: ['skipped', 'skipped'] });
    expect(countIn(report)).toEqual({ passed: 0, failed: 2, skipped: 2 });
  });

  it("come from Playwright's report, where a test that needed a second try has failed", () => {
    const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
    expect(countIn({ stats, errors: [{ message: 'no config' }] })).toEqual({ passed: 7, failed: 3, skipped: 2 });
  });

  it('are refused from anything else', () => {
    expect(() => countIn({ tests: 3 })).toThrow(/neither a report of vitest nor one of Playwright/);
  });

  it('close with one plain line', () => {
    const sum = addUp([
      { passed: 3, failed: 0, skipped: 0 },
      { passed: 4, failed: 1, skipped: 0 },
    ]);
    expect(closingLine(sum)).toBe('7 passed, 1 failed');
    expect(closingLine({ ...sum, skipped: 2 })).toBe('7 passed, 1 failed, 2 skipped');
  });

  it('are a problem when a suite left no report, ran nothing, failed or skipped', () => {
    expect(problemsOf('unit', { passed: 1, failed: 0, skipped: 0 })).toEqual([]);
    expect(problemsOf('unit', undefined)).toEqual(['The unit tests left no report: they did not run to their end.']);
    expect(problemsOf('unit', { passed: 0, failed: 0, skipped: 0 })).toEqual(['No unit test ran.']);
    expect(problemsOf('unit', { passed: 5, failed: 2, skipped: 1 })).toEqual([
      '2 of the unit tests failed.',
      '1 of the unit tests were skipped.',
    ]);
  });
});
