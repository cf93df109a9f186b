import type { FeelPath } from 'camunda-feel';
import { message, nearest, quote } from '@eventbridge-kit/issue';
import { headerOf, type EventTask } from '../model/event-task.ts';
import { headerExpression, type FeelText } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { RESPONSE_FIELDS, wrongNameIn } from '../rule/response-shape.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'response-field-unknown',
  title: 'The response has no such field',
  severity: 'warning',
  scope: 'task',
  check: (task): readonly RuleFinding[] => [
    ...checkHeader(task, headerExpression(task, 'resultExpression')),
    // With a mapping, `response` is what the mapping made, where the connector hides the answer behind it.
    ...(task.family.rejectedIsSuccess && hasMapping(task)
      ? []
      : checkHeader(task, headerExpression(task, 'errorExpression'))),
  ],
});

function hasMapping(task: EventTask): boolean {
  return ['resultVariable', 'resultExpression'].some((key) => (headerOf(task, key)?.text ?? '').trim() !== '');
}

function checkHeader(task: EventTask, header: FeelText | undefined): RuleFinding[] {
  if (!header?.expression.root) return [];
  const { locals, paths } = header.expression;
  return paths.flatMap((path) => (locals.has(String(path.segments[0])) ? [] : checkPath(task, header, path)));
}

function checkPath(task: EventTask, { at, text }: FeelText, path: FeelPath): RuleFinding[] {
  const [root, ...members] = path.segments;
  // The response's fields stand there by their own names too.
  const isField = typeof root === 'string' && RESPONSE_FIELDS.includes(root);
  const wrong = root === 'response' || isField ? wrongNameIn(isField ? [root, ...members] : members) : undefined;
  if (!wrong) return [];
  const { name, known } = wrong;
  const suggestion = nearest(name, known);
  const within = text.slice(path.from, path.to).indexOf(`.${name}`);
  const range = { from: path.from + within + 1, to: path.from + within + 1 + name.length };
  return [
    {
      message: message({
        wrong: 'The response has no such field, so this gives null',
        found: quote(name),
        instead: suggestion === undefined ? `Write one of ${known.join(', ')}.` : `Did you mean ${quote(suggestion)}?`,
      }),
      at,
      ...(within >= 0 && { range }),
      ...(within >= 0 &&
        suggestion !== undefined && { fix: replaceRange(`Replace with ${suggestion}`, at, range, suggestion, task) }),
    },
  ];
}
