import { expect, it } from 'vitest';
import { issueText } from './issue.ts';

it('several issues become one message: errors first, each with its field', () => {
  expect(
    issueText([
      { rule: 'a', severity: 'warning', field: 'input.detail', message: 'Large.' },
      { rule: 'b', severity: 'error', field: 'input.source', message: 'Missing.' },
      { rule: 'c', severity: 'error', field: '', message: 'Whole task.' },
    ]),
  ).toBe('input.source: Missing.\nWhole task.\ninput.detail: Large.');
  expect(issueText([])).toBe('');
});
