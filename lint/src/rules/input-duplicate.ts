import { message } from '../rule/message.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'input-duplicate',
  title: 'Two mappings to one input',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    task.inputs.flatMap((field, index) => {
      const { name } = field;
      // The last one counts: each earlier one is reported.
      if (name === '' || !task.inputs.slice(index + 1).some((later) => later.name === name)) return [];
      const occurrence = task.inputs.slice(0, index).filter((earlier) => earlier.name === name).length;
      return [
        {
          message: message(
            'A later mapping writes the same input, so this one has no effect',
            `"${name}" more than once`,
            'Remove one of them.',
          ),
          at: field,
          fix: {
            title: 'Remove the mapping that has no effect',
            edits: [{ kind: 'remove-field', place: 'input', name, occurrence }],
          },
        },
      ];
    }),
});
