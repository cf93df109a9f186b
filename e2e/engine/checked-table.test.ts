import { describe, expect, it } from 'vitest';
import { checkedTable } from './checked-table.ts';

function test(status: string, ...titles: string[]) {
  return {
    ancestorTitles: titles.slice(0, -1),
    title: titles.at(-1) ?? '',
    status,
  };
}

describe('the table of what was checked on which engine', () => {
  it('has one row for the same check on two engines', () => {
    const assertionResults = [
      test('passed', 'my engine 8.9.1', 'a job', 'becomes one event'),
      test('failed', 'in-memory engine 8.8.21', 'a job', 'becomes one event'),
      test('passed', 'my engine 8.9.1', 'outlives a restart'),
    ];
    expect(checkedTable({ testResults: [{ assertionResults }] })).toEqual([
      '',
      '| checked            | my engine 8.9.1 | in-memory engine 8.8.21 |',
      '| ------------------ | --------------- | ----------------------- |',
      '| outlives a restart | passed          |                         |',
      '| **a job**          |                 |                         |',
      '| becomes one event  | passed          | failed                  |',
      '| 2 checks           | 2 passed        | 1 failed                |',
    ]);
  });

  it('names a group once, and counts what happened', () => {
    const assertionResults = [
      test('passed', 'my engine 8.9.1', 'a task', 'is done'),
      test('failed', 'my engine 8.9.1', 'a task', 'is retried'),
      test('passed', 'my engine 8.9.1', 'a task', 'is denied'),
    ];
    const table = checkedTable({ testResults: [{ assertionResults }] });
    expect(table.filter((line) => line.includes('**a task**'))).toHaveLength(1);
    expect(table.at(-1)).toContain('| 2 passed, 1 failed |');
  });

  it('shows a check that names no engine', () => {
    const [, , , row] = checkedTable({ testResults: [{ assertionResults: [test('passed', 'the table')] }] });
    expect(row).toBe('| the table | passed    |');
  });
});
