import { SECRET_INPUTS } from '../families/send-event.ts';
import { fieldsOf } from '../model/event-task.ts';
import { message } from '../rule/message.ts';
import { defineRule } from '../rule/rule.ts';

/** The id of an access key, long-lived or temporary. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
const ACCESS_KEY_ID = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;

export const rule = defineRule({
  id: 'aws-key-exposed',
  title: 'An AWS key outside the credentials',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    fieldsOf(task).flatMap((field) => {
      // The fields for keys have a rule of their own.
      if (field.place === 'input' && Object.hasOwn(SECRET_INPUTS, field.name)) return [];
      return [...field.text.matchAll(ACCESS_KEY_ID)].map((match) => ({
        message: message(
          'The id of an AWS access key stands in the diagram',
          `a text that starts with "${match[0].slice(0, 4)}"`,
          'Take it out, and replace the key at AWS.',
        ),
        at: field,
        range: { from: match.index, to: match.index + match[0].length },
      }));
    }),
});
