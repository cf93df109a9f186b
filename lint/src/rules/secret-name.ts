import { message, quote } from '@eventbridge-kit/issue';
import { SECRETS } from '../model/families/send-event.generated.ts';
import type { TaskField } from '../model/event-task.ts';
import { bracedReferences } from '../model/secrets.ts';
import { isFeel } from '../model/value.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { replaceRange, setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';
import { engineReferences, meantReference, nameFrom, placeholder } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-name',
  title: 'Not a reference to a secret',
  severity: 'error',
  scope: 'task',
  check: (task): readonly RuleFinding[] => [
    ...task.inputs.flatMap((field) => [...wrongNames(field), ...(isSecretField(field) ? slips(field) : [])]),
    ...feelTextsOf(task).flatMap(({ at, field, text, expression }) =>
      engineReferences(expression).flatMap(({ name, from, to }) => {
        const dashed = /^(?:-[A-Za-z0-9_]+)+/.exec(text.slice(to))?.[0];
        if (dashed === undefined) return [];
        const whole = { from, to: to + dashed.length };
        const right = `camunda.secrets.\`${name}${dashed}\``;
        return [
          {
            message: message({
              wrong: 'FEEL reads a dash as minus, so this is another secret',
              found: quote(text.slice(whole.from, whole.to)),
              instead: `Write ${right}.`,
            }),
            at,
            field,
            range: whole,
            fix: replaceRange('Put the name in backticks', at, whole, right, task),
          },
        ];
      }),
    ),
  ],
});

function isSecretField({ name }: TaskField): boolean {
  return Object.hasOwn(SECRETS, name);
}

/** Placeholders whose name the runtime does not look for: they stay as text. */
function wrongNames(field: TaskField): RuleFinding[] {
  return bracedReferences(field.text).flatMap(({ name, from, to, isRight }) => {
    if (isRight) return [];
    const right = nameFrom(name);
    return [
      {
        message: message({
          wrong: 'The name of a secret has no blanks, so no secret is looked up and the text stays as it is',
          found: quote(name),
          instead: 'Write the name without blanks between the braces.',
        }),
        at: field,
        range: { from, to },
        ...(right !== '' && {
          fix: setField(
            `Replace with ${placeholder(right)}`,
            field,
            field.text.slice(0, from) + placeholder(right) + field.text.slice(to),
          ),
        }),
      },
    ];
  });
}

/** A field for a key whose text is nearly a reference. */
function slips(field: TaskField): RuleFinding[] {
  const { text } = field;
  const name = isFeel(text) || bracedReferences(text).length > 0 ? undefined : meantReference(text);
  if (name === undefined || isBare(text)) return [];
  return [
    {
      message: message({
        wrong: 'This is not a reference to a secret',
        // The text may hold the secret itself.
        found: 'a text that is nearly one',
        instead: `Write ${placeholder('NAME')}.`,
      }),
      at: field,
      ...(name !== '' && { fix: setField('Correct the reference', field, placeholder(name)) }),
    },
  ];
}

/** The old form without braces works; it has a rule of its own. */
function isBare(text: string): boolean {
  return /^\s*secrets\.[a-zA-Z0-9]/.test(text) && !/[{}()$]/.test(text);
}
