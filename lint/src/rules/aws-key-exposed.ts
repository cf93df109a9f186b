import { message } from '@eventbridge-kit/issue';
import { SECRETS } from '../model/families/send-event.generated.ts';
import { fieldsOf } from '../model/event-task.ts';
import { defineRule } from '../rule/rule.ts';

/** The id of an access key, long-lived or temporary. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-prefixes
const ACCESS_KEY_ID = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])/g;

/** A secret key has no shape of its own: 40 characters that stand behind its name. */
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html
const SECRET_KEY = /(?<=secret[ _-]?(?:access[ _-]?)?key[^A-Za-z0-9+/]{1,8})[A-Za-z0-9+/]{40}(?![A-Za-z0-9+/=])/gi;

const SHAPES: readonly { readonly pattern: RegExp; readonly what: string; readonly found: (key: string) => string }[] =
  [
    {
      pattern: ACCESS_KEY_ID,
      what: 'The id of an AWS access key',
      found: (key) => `a text that starts with "${key.slice(0, 4)}"`,
    },
    { pattern: SECRET_KEY, what: 'An AWS secret key', found: (key) => `${key.length} characters behind its name` },
  ];

export const rule = defineRule({
  id: 'aws-key-exposed',
  title: 'An AWS key outside the credentials',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    fieldsOf(task).flatMap((field) => {
      // The fields for keys have a rule of their own.
      if (field.place === 'input' && Object.hasOwn(SECRETS, field.name)) return [];
      return SHAPES.flatMap(({ pattern, what, found }) =>
        [...field.text.matchAll(pattern)].map((match) => ({
          message: message({
            wrong: `${what} stands in the diagram`,
            found: found(match[0]),
            instead: 'Take it out, and replace the key at AWS.',
          }),
          at: field,
          range: { from: match.index, to: match.index + match[0].length },
        })),
      );
    }),
});
