import { quoteFeel } from '@eventbridge-kit/feel';
import { type Expression, expressionOf } from '../feel/expression.ts';
import type { TaskField, TaskText } from '../model/event-task.ts';
import { ENGINE_REFERENCE, mayHoldSecret } from '../model/secrets.ts';
import { isFeel } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { message, quote } from '../rule/message.ts';
import { defineRule, type Finding } from '../rule/rule.ts';
import { engineReferences, placeholder, placeholdersIn, unquotedReferences } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-unresolvable',
  title: 'A secret where none is put in',
  severity: 'error',
  scope: 'task',
  check: (task): readonly Finding[] => [
    ...task.inputs.flatMap(checkInput),
    ...task.headers.flatMap((header) => checkOutside(header, `the header ${header.name}`)),
    // The engine's own form is FEEL there too, and for the engine to say.
    ...task.outputs.flatMap((output) =>
      placeholdersIn(output.text).length > 0 ? checkOutside(output, `the output mapping to ${output.name}`) : [],
    ),
    ...(task.retries ? checkOutside(task.retries, 'the retries', 'retries') : []),
    ...(task.jobType ? checkOutside(task.jobType, 'the job type', 'type') : []),
  ],
});

/** Only input mappings get secrets: what is written elsewhere stays as it is. */
function checkOutside(at: TaskField | TaskText, place: string, field?: string): Finding[] {
  const [reference] = [...placeholdersIn(at.text), ...engineReferencesIn(at.text)];
  if (!reference) return [];
  return [
    {
      message: message(
        'Secrets are put into input mappings only, so this stays as it is',
        `${quote(at.text.slice(reference.from, reference.to))} in ${place}`,
        'Write it into an input.',
      ),
      at,
      ...(field !== undefined && { field }),
      range: { from: reference.from, to: reference.to },
    },
  ];
}

function engineReferencesIn(text: string): { from: number; to: number }[] {
  return ENGINE_REFERENCE.test(text) ? engineReferences(expressionOf(text) ?? NOTHING) : [];
}

const NOTHING: Expression = {
  text: '',
  offset: 0,
  calls: [],
  paths: [],
  strings: [],
  zeroIndexes: [],
  filters: [],
  locals: new Set(),
};

function checkInput(field: TaskField): Finding[] {
  return isFeel(field.text) ? checkExpression(field) : checkStatic(field);
}

/** The engine's references are FEEL: as static text they are a text like any other. */
function checkStatic(field: TaskField): Finding[] {
  const text = field.text.trim();
  if (!/^camunda\.secrets\.[^\s{}"]+$/.test(text)) return [];
  return [
    {
      message: message('Without "=" this is a text, and no secret is put in', quote(text), 'Write "=" before it.'),
      at: field,
      fix: setField('Write "=" before it', field, `=${text}`),
    },
  ];
}

function checkExpression(field: TaskField): Finding[] {
  if (!mayHoldSecret(field.text)) return [];
  const expression = expressionOf(field.text);
  if (!expression) return [];
  const { text } = field;
  const variables = expression.paths.flatMap(({ segments: [root, name], from, to }) =>
    root === 'secrets' && typeof name === 'string' && !expression.locals.has('secrets') ? [{ name, from, to }] : [],
  );
  const outside = [...unquotedReferences(expression), ...variables].map(({ name, from, to }): Finding => {
    const isAll = text.slice(1, from).trim() === '' && text.slice(to).trim() === '';
    const right = isAll ? placeholder(name) : `${text.slice(0, from)}${quoteFeel(placeholder(name))}${text.slice(to)}`;
    return {
      message: message(
        'In an expression a secret must stand in a string; as it is, the engine looks for a variable',
        quote(text.slice(from, to)),
        isAll ? `Write ${placeholder(name)} without "=".` : `Write ${quoteFeel(placeholder(name))}.`,
      ),
      at: field,
      range: { from, to },
      fix: setField(isAll ? `Replace with ${placeholder(name)}` : 'Put it in quotes', field, right),
    };
  });
  return [...outside, ...strings(field, expression.strings)];
}

/** A placeholder that is put together at run time names no secret of this task, so the runtime leaves it alone. */
function strings(
  field: TaskField,
  texts: readonly { readonly value: string; readonly from: number; readonly to: number }[],
): Finding[] {
  return texts.flatMap(({ value, from, to }): Finding[] => {
    if (/^camunda\.secrets\.[\w-]+$/.test(value.trim())) {
      return [
        {
          message: message('In quotes this is a text, and no secret is put in', quote(value), 'Leave out the quotes.'),
          at: field,
          range: { from, to },
          fix: setField('Leave out the quotes', field, field.text.slice(0, from) + value.trim() + field.text.slice(to)),
        },
      ];
    }
    if (!/\{\{\s*secrets\.[^}]*$/.test(value)) return [];
    return [
      {
        message: message(
          'The name of a secret must stand in the expression as a whole',
          quote(value),
          'Write for example "{{secrets.NAME}}", and choose between whole references with if.',
        ),
        at: field,
        range: { from, to },
      },
    ];
  });
}
