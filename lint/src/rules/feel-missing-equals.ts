import { message, quote } from '@eventbridge-kit/issue';
import { inputOf, type EventTask, type TaskField } from '../model/event-task.ts';
import { setField } from '../rule/fields.ts';
import { meansFeel, meansFeelList, meansTime } from '../rule/missing-equals.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

/** Fields whose text is JSON or a time, so that a text which is only FEEL must be meant as FEEL. */
const FIELDS: Readonly<Record<string, (field: TaskField) => boolean>> = {
  'input.detail': meansFeel,
  'input.resources': meansFeelList,
  'input.time': meansTime,
};

export const rule = defineRule({
  id: 'feel-missing-equals',
  title: 'FEEL without its "="',
  severity: 'error',
  scope: 'task',
  check: (task) => Object.entries(FIELDS).flatMap(([name, isMeant]) => checkField(task, name, isMeant)),
});

function checkField(task: EventTask, name: string, isMeant: (field: TaskField) => boolean): RuleFinding[] {
  const field = inputOf(task, name);
  if (!field || !isMeant(field)) return [];
  const text = `=${field.text.trim()}`;
  return [
    {
      message: message({
        wrong: 'The expression has no "=", so it is taken as text',
        found: quote(field.text),
        instead: 'Write "=" before it.',
      }),
      at: field,
      fix: setField('Write "=" before it', field, text),
    },
  ];
}
