import { describe, expect, it } from 'vitest';
import { checkedTable } from './checked-table.ts';

const test = (status: string, ...titles: string[]) => ({
  ancestorTitles: titles.slice(0, -1),
  title: titles.at(-1) ?? '',
  status,
});

describe('the table of what was checked on which engine', () => {
  it('has one row for the same check on two engines', () => {
    const assertionResults = [
      test('passed', 'broker 8.6.0', 'a job', 'becomes one event'),
      test('failed', 'in-memory engine 8.8.21', 'a job', 'becomes one event'),
      test('passed', 'broker 8.6.0', 'outlives a restart'),
    ];
    expect(checkedTable({ testResults: [{ assertionResults }] })).toEqual([
      '',
      '| checked | broker 8.6.0 | in-memory engine 8.8.21 |',
      '| --- | --- | --- |',
      '| a job: becomes one event | passed | failed |',
      '| outlives a restart | passed |  |',
    ]);
  });

  it('shows a check that names no engine', () => {
    const [, , , row] = checkedTable({ testResults: [{ assertionResults: [test('passed', 'the table')] }] });
    expect(row).toBe('| the table | passed |');
  });
});
