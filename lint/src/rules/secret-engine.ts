import { quoteFeel } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { engineText, isBefore } from '../model/engine-version.ts';
import type { EventTask, TaskField } from '../model/event-task.ts';
import { ENGINE_REFERENCES_SINCE } from '../model/secrets.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';
import { engineReferences, placeholder } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-engine',
  title: 'Secret reference of a later engine',
  severity: 'error',
  scope: 'task',
  check(task) {
    const { engine } = task;
    if (!engine || !isBefore(engine, ENGINE_REFERENCES_SINCE)) return [];
    return feelTextsOf(task).flatMap(({ at, field, expression }) => {
      if (!isInput(task, at)) return [];
      return engineReferences(expression).map(({ name, from, to }) => {
        const { text } = at;
        const isAll = text.slice(1, from).trim() === '' && text.slice(to).trim() === '';
        const right = isAll
          ? placeholder(name)
          : `${text.slice(0, from)}${quoteFeel(placeholder(name))}${text.slice(to)}`;
        return {
          message: message({
            wrong: 'The engine resolves this form from a later version on; here it gives null',
            found: `Camunda ${engineText(engine)} where ${engineText(ENGINE_REFERENCES_SINCE)} is needed`,
            instead: `Write ${placeholder(name)}, or raise the engine version of the diagram.`,
          }),
          at,
          field,
          range: { from, to },
          fix: setField(`Replace with ${placeholder(name)}`, at, right),
        };
      });
    });
  },
});

function isInput(task: EventTask, at: object): at is TaskField {
  return task.inputs.some((input) => input === at);
}
