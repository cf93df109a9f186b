import { message, quote } from '@eventbridge-kit/issue';
import { contextKeys, expressionOf } from '../feel/expression.ts';
import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import { inputOf, type EventTask } from '../model/event-task.ts';
import { isFeel, knownText, valueOf } from '../model/value.ts';
import { eventIssues } from '../rule/event-issues.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const ID = 'idempotency-field-taken';
const FIELD = 'input.idempotencyField';
const DETAIL = 'input.detail';

export const rule = defineRule({
  id: ID,
  ...EVENT_RULES[ID],
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const known = eventIssues(task, ID, [DETAIL]);
    if (known.length > 0)
      return known.map(({ issue, field }) => ({ message: issue.message, field: FIELD, ...(field && { at: field }) }));
    const key = valueOf(task, FIELD);
    const name = knownText(key);
    if (knownText(valueOf(task, 'input.idempotencyId')) !== 'detail' || key.kind !== 'known' || name === undefined)
      return [];
    if (!keysOfDetail(task).includes(name)) return [];
    return [
      {
        message: message({
          wrong: 'The payload has this key already, and neither value may be lost',
          found: quote(name),
          instead: 'Write another key for the idempotency id, or take the key out of the payload.',
        }),
        at: key.field,
      },
    ];
  },
});

/** Keys that a context has whatever its values are. */
function keysOfDetail(task: EventTask): readonly string[] {
  const field = inputOf(task, DETAIL);
  if (!field || !isFeel(field.text) || valueOf(task, DETAIL).kind !== 'unknown') return [];
  const expression = expressionOf(field.text);
  return (expression && contextKeys(expression)) ?? [];
}
