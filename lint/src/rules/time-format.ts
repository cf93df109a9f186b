import { EVENT_RULES } from '@eventbridge-kit/eventbridge';
import { expressionOf } from '../feel/expression.ts';
import { leavesOf } from '../feel/leaves.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel, valueOf } from '../model/value.ts';
import { eventIssues } from '../rule/event-issues.ts';
import { message } from '../rule/message.ts';
import { meansTime } from '../rule/missing-equals.ts';
import { defineRule, type Finding } from '../rule/rule.ts';

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
  check(task): readonly Finding[] {
    const value = valueOf(task, FIELD);
    const known = eventIssues(task, ID, []).flatMap(({ issue, field }) =>
      field && meansTime(field) ? [] : [{ message: issue.message, field: FIELD, ...(field && { at: field }) }],
    );
    if (known.length > 0 || value.kind !== 'unknown' || !value.field) return known;
    const at = value.field;
    return partsOfMoments(at).map((part) => ({
      message: message(
        'The time is not an RFC 3339 date and time',
        `an expression that gives ${part}`,
        'Write for example =now(), or =date and time("2026-11-23T10:00:00Z").',
      ),
      at,
    }));
  },
});

/** What an expression gives in a branch that is no moment; the first is enough. */
function partsOfMoments({ text }: TaskField): readonly string[] {
  const expression = isFeel(text) ? expressionOf(text) : undefined;
  if (!expression?.root) return [];
  const { root, calls, offset } = expression;
  const parts = leavesOf(root).flatMap((leaf) => {
    if (leaf.name === 'DateTimeLiteral') return literalPart(text.slice(leaf.from + offset, leaf.to + offset)) ?? [];
    const call = leaf.name === 'FunctionInvocation' && calls.find(({ from }) => from === leaf.from + offset);
    return (call && Object.hasOwn(NO_MOMENT, call.name) && NO_MOMENT[call.name]) || [];
  });
  return parts.slice(0, 1);
}

/** `@"2026-11-23"`, `date("2026-11-23")`, `@"PT1H"`. */
function literalPart(text: string): string | undefined {
  const name = /^([a-z ]+?)\s*\(/.exec(text)?.[1];
  if (name !== undefined) return Object.hasOwn(NO_MOMENT, name) ? NO_MOMENT[name] : undefined;
  if (/^@\s*"-?P/.test(text)) return 'a duration';
  if (/^@\s*"\d{4,}-\d{2}-\d{2}"/.test(text)) return 'a date';
  return /^@\s*"\d{2}:/.test(text) ? 'a time of day' : undefined;
}
