import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import { expect, it } from 'vitest';
import { UntouchedFields } from './untouched-fields.ts';

function empty(taskId: string, field = 'input.source'): LintIssue {
  return { rule: 'x-required', severity: 'error', field, message: '', ofEmptyField: true, elementId: taskId, taskId };
}

it('waits for the empty fields of a task that came after the diagram, until somebody left them', () => {
  const untouched = new UntouchedFields();
  untouched.reset(['Old']);
  untouched.note('Old');
  untouched.note('New');
  expect([untouched.has(empty('Old')), untouched.has(empty('New'))]).toEqual([false, true]);
  untouched.leave('New', 'input.source');
  untouched.note('New');
  expect([untouched.has(empty('New')), untouched.has(empty('New', 'input.detail'))]).toEqual([false, true]);
  untouched.reveal('New');
  expect(untouched.has(empty('New', 'input.detail'))).toBe(false);
});

it('waits for nothing else: a wrong value is told at once', () => {
  const untouched = new UntouchedFields();
  untouched.note('New');
  const { ofEmptyField, ...wrong } = empty('New');
  expect([ofEmptyField, untouched.has(wrong)]).toEqual([true, false]);
});

it('follows a task to another id, and knows one again that an undo brings back', () => {
  const untouched = new UntouchedFields();
  untouched.note('New');
  untouched.rename('New', 'Named');
  untouched.note('Named');
  expect([untouched.has(empty('New')), untouched.has(empty('Named'))]).toEqual([false, true]);
  untouched.reveal();
  untouched.note('New');
  untouched.note('Named');
  expect(untouched.taskIds).toEqual([]);
});
