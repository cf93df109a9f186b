import { message } from '@eventbridge-kit/issue';
import { SECRETS } from '../model/families/send-event.generated.ts';
import { inputOf } from '../model/event-task.ts';
import { isEmpty, knownText, valueOf, valueOfField } from '../model/value.ts';
import { removeField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'credentials-unused',
  title: 'Keys beside the default credentials chain',
  severity: 'warning',
  scope: 'task',
  check(task) {
    if (knownText(valueOf(task, 'authentication.type')) !== 'defaultCredentialsChain') return [];
    return Object.keys(SECRETS).flatMap((name) => {
      const field = inputOf(task, name);
      if (!field || isEmpty(valueOfField(field))) return [];
      return [
        {
          message: message({
            wrong: 'The default credentials chain does not use this key',
            found: `a value in ${name}`,
            instead: 'Remove it, or choose "Credentials" as authentication.',
          }),
          at: field,
          fix: { title: 'Remove it', edits: [removeField(field)] },
        },
      ];
    });
  },
});
