import { typesText, type FeelTypes } from '../feel/feel-type.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel, valueOf } from '../model/value.ts';
import { eventIssues } from '../rule/event-issues.ts';
import { setField } from '../rule/fields.ts';
import { message } from '../rule/message.ts';
import { defineRule, type Finding } from '../rule/rule.ts';

const ID = 'detail-not-object';
const FIELD = 'input.detail';

/** A string may be the JSON text of an object; of these types none can be one. */
const NEVER_AN_OBJECT = new Set(['number', 'boolean', 'list', 'range', 'temporal', 'function', 'null']);

export const rule = defineRule({
  id: ID,
  title: 'The payload is not an object',
  severity: 'error',
  scope: 'task',
  check(task): readonly Finding[] {
    const known = eventIssues(task, ID, []).map(({ issue, field }) => finding(issue.message, field));
    if (known.length > 0) return known;
    const value = valueOf(task, FIELD);
    if (value.kind !== 'unknown' || !isWrong(value.types)) return [];
    return [
      finding(
        message(
          'The detail must be a JSON object',
          `an expression that gives ${typesText(value.types)}`,
          'Put it under a key, for example ={value: ...}.',
        ),
        value.field,
      ),
    ];
  },
});

function isWrong(types: FeelTypes | undefined): types is FeelTypes {
  return types !== undefined && [...types].every((type) => NEVER_AN_OBJECT.has(type));
}

function finding(text: string, at: TaskField | undefined): Finding {
  return {
    message: text,
    field: FIELD,
    ...(at && { at, fix: setField('Put it under the key "value"', at, wrapped(at.text)) }),
  };
}

function wrapped(text: string): string {
  return isFeel(text) ? `={value: ${text.slice(1).trim()}}` : `{"value": ${text.trim()}}`;
}
