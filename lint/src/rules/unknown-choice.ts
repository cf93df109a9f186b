import { nearest } from '@eventbridge-kit/connector';
import { AUTHENTICATION_TYPES, IDEMPOTENCY_PLACES } from '../families/send-event.ts';
import type { EventTask } from '../model/event-task.ts';
import { isBlank, knownText, valueOf } from '../model/value.ts';
import { setValue } from '../rule/fields.ts';
import { message, quote } from '../rule/message.ts';
import { defineRule, type Finding } from '../rule/rule.ts';

/** Fields with a fixed choice of texts, and what a text that is none of them is not. */
const CHOICES: Readonly<Record<string, { readonly what: string; readonly choices: readonly string[] }>> = {
  'authentication.type': { what: 'an authentication type', choices: AUTHENTICATION_TYPES },
  'input.idempotencyId': { what: 'a place for the idempotency id', choices: IDEMPOTENCY_PLACES },
};

export const rule = defineRule({
  id: 'unknown-choice',
  title: 'Unknown choice',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    Object.entries(CHOICES)
      .filter(([name]) => task.family.inputs.includes(name))
      .flatMap(([name, { what, choices }]) => checkField(task, name, what, choices)),
});

function checkField(task: EventTask, name: string, what: string, choices: readonly string[]): Finding[] {
  const value = valueOf(task, name);
  const text = knownText(value);
  if (value.kind !== 'known' || text === undefined || isBlank(value) || choices.includes(text)) return [];
  const choice = nearest(text, choices);
  return [
    {
      message: message(
        `This is not ${what}`,
        quote(text),
        choice === undefined ? `Write ${choices.map(quote).join(' or ')}.` : `Did you mean ${quote(choice)}?`,
      ),
      at: value.field,
      ...(choice !== undefined && { fix: setValue(`Replace with ${choice}`, value.field, choice) }),
    },
  ];
}
