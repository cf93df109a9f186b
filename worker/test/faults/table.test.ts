import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const page = readFileSync(new URL('../../../docs/reliability.md', import.meta.url), 'utf8');
const here = new URL('.', import.meta.url);
const tests = readdirSync(here)
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(new URL(name, here), 'utf8'))
  .join('\n');

const rows = [...page.matchAll(/^\| (F\d+) +\|/gm)].map(([, row]) => row);
const tested = new Set([...tests.matchAll(/^describe\('(F\d+): /gm)].map(([, row]) => row));

describe('the table of faults', () => {
  it('has each row once, counted from F1', () => {
    expect(rows).toEqual(rows.map((_, at) => `F${at + 1}`));
    expect(rows.length).toBeGreaterThan(0);
  });

  it('has the rows that are tested, and no others', () => {
    expect([...tested].sort()).toEqual([...rows].sort());
  });
});
