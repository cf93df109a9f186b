import { message } from '@eventbridge-kit/issue';
import { SECRETS } from '../model/families/send-event.generated.ts';
import { isBlank, valueOf } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'credentials-required',
  title: 'A key is required',
  ofEmptyField: true,
  severity: 'error',
  scope: 'task',
  check: (task) =>
    task.family.required(task).flatMap((name) => {
      const secret = SECRETS[name];
      const value = valueOf(task, name);
      if (secret === undefined || !isBlank(value)) return [];
      return [
        {
          message: message({
            wrong: `${task.family.labels[name] ?? name} is required`,
            instead: `Write a secret, for example {{secrets.${secret.name}}}, or choose the default credentials chain.`,
          }),
          field: name,
          ...(value.kind === 'known' && { at: value.field }),
          fix: setField(`Use {{secrets.${secret.name}}}`, { place: 'input', name }, `{{secrets.${secret.name}}}`),
        },
      ];
    }),
});
