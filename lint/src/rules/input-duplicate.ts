import { message } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'input-duplicate',
  title: 'Two mappings to one input',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    task.inputs.flatMap((field, index) => {
      const { name } = field;
      const rest = task.inputs.slice(index + 1);
      const next = rest.findIndex((later) => later.name === name);
      // The last one counts: each earlier one is reported, unless a mapping before the next one reads it.
      if (name === '' || next < 0 || rest.slice(0, next + 1).some((later) => mayRead(later, name))) return [];
      const occurrence = task.inputs.slice(0, index).filter((earlier) => earlier.name === name).length;
      return [
        {
          message: message({
            wrong: 'A later mapping writes the same input, so this one has no effect',
            found: `"${name}" more than once`,
            instead: 'Remove one of them.',
          }),
          at: field,
          fix: {
            title: 'Remove the mapping that has no effect',
            edits: [{ kind: 'remove-field', place: 'input', name, occurrence }],
          },
        },
      ];
    }),
});

/** Mappings run in order: an expression sees what the earlier ones wrote. */
function mayRead({ text }: TaskField, name: string): boolean {
  if (!isFeel(text)) return false;
  const [root] = name.split('.');
  return expressionOf(text)?.paths.some(({ segments }) => segments[0] === root) ?? true;
}
