import { message } from '@eventbridge-kit/issue';
import { SECRETS } from '../model/families/send-event.generated.ts';
import { inputOf } from '../model/event-task.ts';
import { isBlank, knownText, valueOfField } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';
import { meantReference, placeholder } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-plain-text',
  title: 'A key in plain text',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    Object.entries(SECRETS).flatMap(([name, { label, name: secret }]) => {
      const field = inputOf(task, name);
      if (!field) return [];
      const value = valueOfField(field);
      const text = knownText(value);
      // A reference that is only mistyped gives nothing away.
      if (text === undefined || isBlank(value) || meantReference(text) !== undefined) return [];
      return [
        {
          message: message({
            wrong: `${label} stands in the diagram, where everybody who may read it sees it`,
            found: 'plain text',
            instead: `Write a reference to a secret, for example ${placeholder(secret)}, and replace the key at AWS.`,
          }),
          at: field,
          fix: setField(`Use ${placeholder(secret)}`, field, placeholder(secret)),
        },
      ];
    }),
});
