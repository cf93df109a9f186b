import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/credentials.md', import.meta.url), 'utf8');
const tests = readFileSync(new URL('credentials.test.ts', import.meta.url), 'utf8');

const rows = [...page.matchAll(/^\| (C\d+) +\| ([^|]+?) +\|/gm)].map(
  ([, row = '', source = '']) => `${row}: ${source}`,
);
const tested = [...tests.matchAll(/^describe\('(C\d+: [^']+)'/gm)].map(([, title]) => title);

describe('the table of credentials', () => {
  it('has each row once, counted from C1', () => {
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.split(':')[0])).toEqual(rows.map((_, at) => `C${at + 1}`));
  });

  it('has the rows that are tested, by the same words, and no others', () => {
    expect(tested).toEqual(rows);
  });
});
