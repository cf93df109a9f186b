import { type FeelTypes, leavesOf, typesOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import { typesText } from '../feel/words.ts';
import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import type { TaskField } from '../model/event-task.ts';
import { isFeel, valueOf } from '../model/value.ts';
import { eventIssues } from '../rule/event-issues.ts';
import { setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const ID = 'detail-not-object';
const FIELD = 'input.detail';

/** A string may be the JSON text of an object; of these types none can be one. */
const NEVER_AN_OBJECT = new Set(['number', 'boolean', 'list', 'range', 'temporal', 'function', 'null']);

export const rule = defineRule({
  id: ID,
  ...EVENT_RULES[ID],
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const known = eventIssues(task, ID, []).map(({ issue, field }) => finding(issue.message, field));
    if (known.length > 0) return known;
    const value = valueOf(task, FIELD);
    if (value.kind !== 'unknown' || !value.field) return [];
    if (isWrong(value.types)) return [finding(messageAbout(value.types), value.field)];
    const types = wrongBranch(value.field);
    // The other branches are right as they are: there is nothing to wrap.
    return types ? [{ message: messageAbout(types), field: FIELD, at: value.field }] : [];
  },
});

function messageAbout(types: FeelTypes): string {
  return message({
    wrong: 'The event payload must be a JSON object',
    found: `an expression that gives ${typesText(types)}`,
    instead: 'Put it under a key, for example ={value: ...}.',
  });
}

function isWrong(types: FeelTypes | undefined): types is FeelTypes {
  return types !== undefined && [...types].every((type) => NEVER_AN_OBJECT.has(type));
}

/** The types of a branch that surely is no object; one that gives null alone may be meant to stop the task. */
function wrongBranch({ text }: TaskField): FeelTypes | undefined {
  const root = isFeel(text) ? expressionOf(text)?.root : undefined;
  return (root ? leavesOf(root) : [])
    .map((leaf) => typesOf(leaf))
    .find((types) => isWrong(types) && [...types].some((type) => type !== 'null'));
}

function finding(text: string, at: TaskField | undefined): RuleFinding {
  return {
    message: text,
    field: FIELD,
    ...(at && { at, fix: setField('Put it under the key "value"', at, wrapped(at.text)) }),
  };
}

function wrapped(text: string): string {
  return isFeel(text) ? `={value: ${text.slice(1).trim()}}` : `{"value": ${text.trim()}}`;
}
