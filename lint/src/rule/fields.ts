import { quoteFeel, type TextRange } from 'camunda-feel';
import type { Edit, Fix } from '../fix/fix.ts';
import type { EventTask, TaskField, TaskText } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';

/** A fix that gives a field another text. */
export function setField(title: string, { place, name }: Pick<TaskField, 'place' | 'name'>, text: string): Fix {
  return { title, edits: [{ kind: 'set-field', place, name, text }] };
}

/** A fix that gives a field another value, as static text or as a FEEL string, as it was before. */
export function setValue(title: string, field: TaskField, value: string): Fix {
  return setField(title, field, isFeel(field.text) ? `=${quoteFeel(value)}` : value);
}

/** A fix that puts another text in place of a part of a text, wherever that text stands in the task. */
export function replaceRange(
  title: string,
  at: TaskField | TaskText,
  { from, to }: TextRange,
  replacement: string,
  task: EventTask,
): Fix {
  const text = at.text.slice(0, from) + replacement + at.text.slice(to);
  if ('place' in at) return setField(title, at, text);
  return {
    title,
    edits: [at === task.retries ? { kind: 'set-retries', text } : { kind: 'set-job-type', jobType: text }],
  };
}

/** Removes a field altogether. */
export function removeField({ place, name }: Pick<TaskField, 'place' | 'name'>): Edit {
  return { kind: 'remove-field', place, name };
}
