import { message } from '@eventbridge-kit/issue';
import { inputOf, type EventTask, type TaskField } from '../model/event-task.ts';
import { asFeel, escapesIn } from '../model/static-text.ts';
import { isFeel } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { meansFeel } from '../rule/missing-equals.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'static-text-escape',
  title: 'A backslash in static text',
  severity: 'error',
  scope: 'task',
  check: (task): readonly RuleFinding[] =>
    [...task.inputs, ...task.outputs].flatMap((field) => (isPlainText(task, field) ? check(field) : [])),
});

/** Text that is meant as FEEL without its `=` has a rule of its own. */
function isPlainText(task: EventTask, field: TaskField): boolean {
  return !isFeel(field.text) && !(field === inputOf(task, 'input.detail') && meansFeel(field));
}

function check(at: TaskField): RuleFinding[] {
  const [escape] = escapesIn(at.text);
  if (!escape) return [];
  const { from, text, becomes } = escape;
  const found = `${text} at character ${from + 1}`;
  return [
    {
      message:
        becomes === undefined
          ? message({
              wrong:
                'The engine reads static text as a FEEL string, and refuses the diagram for what this backslash does to it',
              found,
              instead: 'Write the text as FEEL.',
            })
          : message({
              wrong: 'The engine reads static text as a FEEL string, so another text arrives',
              found: `${found}, which becomes ${becomes}`,
              instead: 'Write the text as FEEL.',
            }),
      at,
      range: { from, to: from + text.length },
      fix: setField('Write it as FEEL', at, asFeel(at.text)),
    },
  ];
}
