import { SECRETS } from '../model/families/send-event.generated.ts';
import type { TaskField } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { replaceRange, setField } from '../rule/fields.ts';
import { meantReference, nameFrom } from '../rule/meant-reference.ts';
import { message, quote } from '../rule/message.ts';
import { defineRule, type Finding } from '../rule/rule.ts';
import { engineReferences, placeholder, placeholdersIn } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-name',
  title: 'Not a reference to a secret',
  severity: 'error',
  scope: 'task',
  check: (task): readonly Finding[] => [
    ...task.inputs.flatMap((field) => [...wrongNames(field), ...(isSecretField(field) ? slips(field) : [])]),
    ...feelTextsOf(task).flatMap(({ at, field, text, expression }) =>
      engineReferences(expression).flatMap(({ name, from, to }) => {
        const dashed = /^(?:-[A-Za-z0-9_]+)+/.exec(text.slice(to))?.[0];
        if (dashed === undefined) return [];
        const whole = { from, to: to + dashed.length };
        const right = `camunda.secrets.\`${name}${dashed}\``;
        return [
          {
            message: message(
              'FEEL reads a dash as minus, so this is another secret',
              quote(text.slice(whole.from, whole.to)),
              `Write ${right}.`,
            ),
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
function wrongNames(field: TaskField): Finding[] {
  return placeholdersIn(field.text).flatMap(({ name, from, to, isRight }) => {
    if (isRight) return [];
    const right = nameFrom(name);
    return [
      {
        message: message(
          'The name of a secret has no blanks, so no secret is looked up and the text stays as it is',
          quote(name),
          'Write the name without blanks between the braces.',
        ),
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
function slips(field: TaskField): Finding[] {
  const { text } = field;
  const name = isFeel(text) || placeholdersIn(text).length > 0 ? undefined : meantReference(text);
  if (name === undefined || isBare(text)) return [];
  return [
    {
      message: message(
        'This is not a reference to a secret',
        // The text may hold the secret itself.
        'a text that is nearly one',
        `Write ${placeholder('NAME')}.`,
      ),
      at: field,
      ...(name !== '' && { fix: setField('Correct the reference', field, placeholder(name)) }),
    },
  ];
}

/** The old form without braces works; it has a rule of its own. */
function isBare(text: string): boolean {
  return /^\s*secrets\.[a-zA-Z0-9]/.test(text) && !/[{}()$]/.test(text);
}
