import { message, quote } from '@eventbridge-kit/issue';
import { FAMILIES } from '../model/families/index.ts';
import { convertToSendEvent } from '../rule/convert.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'input-unsupported',
  title: 'Input that this connector does not have',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    task.inputs.flatMap((field) => {
      const { name } = field;
      if (task.family.inputs.includes(name) || !FAMILIES.some(({ inputs }) => inputs.includes(name))) return [];
      const fix = convertToSendEvent(task);
      return [
        {
          message: message({
            wrong: 'The connector of this task does not read this input',
            found: quote(name),
            instead: fix ? 'Remove it, or change the task to "Send event to Amazon EventBridge".' : 'Remove it.',
          }),
          at: field,
          ...(fix && { fix }),
        },
      ];
    }),
});
