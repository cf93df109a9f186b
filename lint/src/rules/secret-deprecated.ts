import { message, quote } from '@eventbridge-kit/issue';
import { expressionOf } from '../feel/expression.ts';
import { bareReferences, mayHoldSecret } from '../model/secrets.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';
import { placeholder } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-deprecated',
  title: 'Deprecated reference to a secret',
  severity: 'warning',
  scope: 'task',
  check: (task) => task.inputs.flatMap(checkField),
});

function checkField(field: TaskField): RuleFinding[] {
  const { text } = field;
  if (!mayHoldSecret(text)) return [];
  if (!isFeel(text)) return findings(field, text, 0);
  // In an expression only a string can hold a reference; outside of one it is a variable.
  return (expressionOf(text)?.strings ?? []).flatMap(({ from, to }) => findings(field, text.slice(from, to), from));
}

function findings(field: TaskField, text: string, offset: number): RuleFinding[] {
  return bareReferences(text).map((reference) => {
    const { name } = reference;
    const from = offset + reference.from;
    const to = offset + reference.to;
    const found = text.slice(reference.from, reference.to);
    return {
      message: message({
        wrong: 'This form of a reference is deprecated',
        found: quote(found),
        instead: `Write ${placeholder(name)}.`,
      }),
      at: field,
      range: { from, to },
      fix: setField(
        `Replace with ${placeholder(name)}`,
        field,
        field.text.slice(0, from) + placeholder(name) + field.text.slice(to),
      ),
    };
  });
}
