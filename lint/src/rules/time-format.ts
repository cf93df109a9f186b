import { leavesOf, type Node } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import type { TaskField } from '../model/event-task.ts';
import { isFeel, valueOf } from '../model/value.ts';
import { eventIssues } from '../rule/event-issues.ts';
import { meansTime } from '../rule/missing-equals.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const ID = 'time-format';
const FIELD = 'input.time';

/** What these functions give lacks a day, an hour or an offset. */
const NO_MOMENT: Readonly<Record<string, string>> = {
  today: 'a date',
  date: 'a date',
  time: 'a time of day',
  duration: 'a duration',
  'years and months duration': 'a duration',
};

export const rule = defineRule({
  id: ID,
  ...EVENT_RULES[ID],
  scope: 'task',
  check(task): readonly RuleFinding[] {
    const value = valueOf(task, FIELD);
    const known = eventIssues(task, ID, []).flatMap(({ issue, field }) =>
      field && meansTime(field) ? [] : [{ message: issue.message, field: FIELD, ...(field && { at: field }) }],
    );
    if (known.length > 0 || value.kind !== 'unknown' || !value.field) return known;
    const at = value.field;
    return partsOfMoments(at).map((part) => ({
      message: message({
        wrong: 'The time is not an RFC 3339 date and time',
        found: `an expression that gives ${part}`,
        instead: 'Write for example =now(), or =date and time("2026-11-23T10:00:00Z").',
      }),
      at,
    }));
  },
});

/** What an expression gives in a branch that is no moment; the first is enough. */
function partsOfMoments({ text }: TaskField): readonly string[] {
  const root = isFeel(text) ? expressionOf(text)?.root : undefined;
  return (root ? leavesOf(root) : []).flatMap((leaf) => partOf(leaf) ?? []).slice(0, 1);
}

/** `today()`, `date("2026-11-23")`, `@"PT1H"`. */
function partOf(leaf: Node): string | undefined {
  if (leaf.kind === 'call') return Object.hasOwn(NO_MOMENT, leaf.name) ? NO_MOMENT[leaf.name] : undefined;
  if (leaf.kind !== 'temporal') return undefined;
  if (leaf.constructor !== '@')
    return Object.hasOwn(NO_MOMENT, leaf.constructor) ? NO_MOMENT[leaf.constructor] : undefined;
  if (/^-?P/.test(leaf.text)) return 'a duration';
  if (/^\d{4,}-\d{2}-\d{2}$/.test(leaf.text)) return 'a date';
  return /^\d{2}:/.test(leaf.text) ? 'a time of day' : undefined;
}
