import { message, nearest, quote } from '@eventbridge-kit/issue';
import { CHOICES } from '../model/families/send-event.generated.ts';
import type { EventTask } from '../model/event-task.ts';
import { isBlank, knownText, valueOf } from '../model/value.ts';
import { setValue } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';

/** What a text is not that is none of a field's choices. */
const WHAT: Readonly<Record<string, string>> = {
  'authentication.type': 'an authentication type',
  'input.idempotencyId': 'a place for the idempotency id',
};

export const rule = defineRule({
  id: 'unknown-choice',
  title: 'Unknown choice',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    Object.entries(CHOICES)
      .filter(([name]) => task.family.inputs.includes(name))
      .flatMap(([name, choices]) => checkField(task, name, choices)),
});

function checkField(task: EventTask, name: string, choices: readonly string[]): RuleFinding[] {
  const value = valueOf(task, name);
  const text = knownText(value);
  if (value.kind !== 'known' || text === undefined || isBlank(value) || choices.includes(text)) return [];
  const choice = nearest(text, choices);
  return [
    {
      message: message({
        wrong: `This is not ${WHAT[name] ?? 'a choice of this field'}`,
        found: quote(text),
        instead:
          choice === undefined
            ? `Write ${choices.map((value) => quote(value)).join(' or ')}.`
            : `Did you mean ${quote(choice)}?`,
      }),
      at: value.field,
      ...(choice !== undefined && { fix: setValue(`Replace with ${choice}`, value.field, choice) }),
    },
  ];
}
