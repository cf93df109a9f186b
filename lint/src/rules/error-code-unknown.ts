import { ENTRY_CODES } from '@eventbridge-kit/eventbridge';
import { quoteFeel, type FeelPath, type TextRange } from 'camunda-feel';
import { message, nearest, quote } from '@eventbridge-kit/issue';
import type { EventTask } from '../model/event-task.ts';
import { headerExpression, type FeelText } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

const CODES = Object.keys(ENTRY_CODES);

export const rule = defineRule({
  id: 'error-code-unknown',
  title: 'EventBridge gives no such error code',
  severity: 'warning',
  scope: 'task',
  check: (task): readonly RuleFinding[] =>
    ['resultExpression', 'errorExpression'].flatMap((key) => checkHeader(task, headerExpression(task, key))),
});

function checkHeader(task: EventTask, header: FeelText | undefined): RuleFinding[] {
  if (!header?.expression.root) return [];
  const { at, field, text, expression } = header;
  const codes = expression.paths.filter(isErrorCode);
  return expression.strings.flatMap((literal) => {
    if (CODES.includes(literal.value) || !codes.some((code) => isCompared(text, code, literal))) return [];
    // Other codes come from the network and from other services: only a slip is surely none.
    const meant = nearest(literal.value, CODES) ?? nearest(`${literal.value}Exception`, CODES);
    if (meant === undefined) return [];
    const { from, to } = literal;
    return [
      {
        message: message({
          wrong: 'EventBridge gives no such error code, so the comparison never finds it',
          found: quote(literal.value),
          instead: `Did you mean ${quote(meant)}?`,
        }),
        at,
        field,
        range: { from, to },
        fix: replaceRange(`Replace with ${meant}`, at, { from, to }, quoteFeel(meant), task),
      },
    ];
  });
}

/** `error.code`, and `errorCode` of the response's entries. */
function isErrorCode({ segments, isLocal }: FeelPath): boolean {
  return !isLocal && (segments.join('.') === 'error.code' || (segments.length > 1 && segments.at(-1) === 'errorCode'));
}

/** True where the text compares the two directly: `code = "..."`, `"..." != code`, `code in ("...", "...")`. */
function isCompared(text: string, code: TextRange, literal: TextRange): boolean {
  return code.to <= literal.from
    ? /^\s*(?:!?=|in\s*\(?(?:\s*"[^"]*"\s*,)*)\s*$/.test(text.slice(code.to, literal.from))
    : /^\s*!?=\s*$/.test(text.slice(literal.to, code.from));
}
