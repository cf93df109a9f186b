import { AUTHENTICATION_TYPES } from '../families/send-event.ts';
import { isBlank, knownText, valueOf } from '../model/value.ts';
import { setValue } from '../rule/fields.ts';
import { message, quote } from '../rule/message.ts';
import { nearest } from '../rule/nearest.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'unknown-choice',
  title: 'Unknown authentication type',
  severity: 'error',
  scope: 'task',
  check(task) {
    const value = valueOf(task, 'authentication.type');
    const text = knownText(value);
    if (value.kind !== 'known' || text === undefined || isBlank(value) || AUTHENTICATION_TYPES.includes(text))
      return [];
    const choice = nearest(text, AUTHENTICATION_TYPES);
    return [
      {
        message: message(
          'This is not an authentication type',
          quote(text),
          choice === undefined
            ? `Write ${AUTHENTICATION_TYPES.map(quote).join(' or ')}.`
            : `Did you mean ${quote(choice)}?`,
        ),
        at: value.field,
        ...(choice !== undefined && { fix: setValue(`Replace with ${choice}`, value.field, choice) }),
      },
    ];
  },
});
