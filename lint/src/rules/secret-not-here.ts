import { message, quote } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import type { TaskField } from '../model/event-task.ts';
import { bracedReferences, type WrittenReference } from '../model/secrets.ts';
import { isFeel } from '../model/value.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'secret-not-here',
  title: 'A secret outside the credentials',
  severity: 'warning',
  scope: 'task',
  check({ family, inputs }) {
    const { secretRoots } = family;
    if (!secretRoots) return [];
    return inputs.flatMap((field) => {
      const [root = ''] = field.name.split('.');
      const [reference] = secretRoots.includes(root) ? [] : writtenReferences(field);
      if (!reference) return [];
      const { from, to } = reference;
      return [
        {
          message: message({
            wrong:
              'The worker puts secrets into the credentials only, unless its operator allows the field, so this may stay as it is',
            found: `${quote(field.text.slice(from, to))} in ${field.name}`,
            instead: `Write the value itself, or let the operator of the worker add the field with --secret-fields.`,
          }),
          at: field,
          range: { from, to },
        },
      ];
    });
  },
});

/** In an expression those in strings; others have a rule of their own. */
function writtenReferences({ text }: TaskField): readonly WrittenReference[] {
  const references = bracedReferences(text);
  if (!isFeel(text) || references.length === 0) return references;
  const strings = expressionOf(text)?.strings ?? [];
  return references.filter(({ from, to }) => strings.some((string) => string.from <= from && to <= string.to));
}
