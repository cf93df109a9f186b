import { quoteFeel } from 'camunda-feel';
import { message, quote } from '@eventbridge-kit/issue';
import { type Expression, expressionOf } from '../feel/expression.ts';
import type { TaskField, TaskText } from '../model/event-task.ts';
import { bracedReferences, ENGINE_REFERENCE, mayHoldSecret } from '../model/secrets.ts';
import { isFeel } from '../model/value.ts';
import { setField } from '../rule/fields.ts';
import { defineRule, type RuleFinding } from '../rule/rule.ts';
import { engineReferences, placeholder, unquotedReferences } from '../rule/secret-references.ts';

export const rule = defineRule({
  id: 'secret-unresolvable',
  title: 'A secret where none is put in',
  severity: 'error',
  scope: 'task',
  check: (task): readonly RuleFinding[] => [
    ...task.inputs.flatMap(checkInput),
    ...task.headers.flatMap((header) => checkOutside(header, `the header ${header.name}`)),
    // The engine's own form is FEEL there too, and for the engine to say.
    ...task.outputs.flatMap((output) =>
      bracedReferences(output.text).length > 0 ? checkOutside(output, `the output mapping to ${output.name}`) : [],
    ),
    ...(task.retries ? checkOutside(task.retries, 'the retries', 'retries') : []),
    ...(task.jobType ? checkOutside(task.jobType, 'the job type', 'type') : []),
  ],
});

/** Only input mappings get secrets: what is written elsewhere stays as it is. */
function checkOutside(at: TaskField | TaskText, place: string, field?: string): RuleFinding[] {
  const [reference] = [...bracedReferences(at.text), ...engineReferencesIn(at.text)];
  if (!reference) return [];
  return [
    {
      message: message({
        wrong: 'Secrets are put into input mappings only, so this stays as it is',
        found: `${quote(at.text.slice(reference.from, reference.to))} in ${place}`,
        instead: 'Write it into an input.',
      }),
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

function checkInput(field: TaskField): RuleFinding[] {
  return isFeel(field.text) ? checkExpression(field) : checkStatic(field);
}

/** The engine's references are FEEL: as static text they are a text like any other. */
function checkStatic(field: TaskField): RuleFinding[] {
  const text = field.text.trim();
  if (!/^camunda\.secrets\.[^\s{}"]+$/.test(text)) return [];
  return [
    {
      message: message({
        wrong: 'Without "=" this is a text, and no secret is put in',
        found: quote(text),
        instead: 'Write "=" before it.',
      }),
      at: field,
      fix: setField('Write "=" before it', field, `=${text}`),
    },
  ];
}

function checkExpression(field: TaskField): RuleFinding[] {
  if (!mayHoldSecret(field.text)) return [];
  const expression = expressionOf(field.text);
  if (!expression) return [];
  const { text } = field;
  const variables = expression.paths.flatMap(({ segments: [root, name], from, to }) =>
    root === 'secrets' && typeof name === 'string' && !expression.locals.has('secrets') ? [{ name, from, to }] : [],
  );
  const outside = [...unquotedReferences(expression), ...variables].map(({ name, from, to }): RuleFinding => {
    const isAll = text.slice(1, from).trim() === '' && text.slice(to).trim() === '';
    const right = isAll ? placeholder(name) : `${text.slice(0, from)}${quoteFeel(placeholder(name))}${text.slice(to)}`;
    return {
      message: message({
        wrong: 'In an expression a secret must stand in a string; as it is, the engine looks for a variable',
        found: quote(text.slice(from, to)),
        instead: isAll ? `Write ${placeholder(name)} without "=".` : `Write ${quoteFeel(placeholder(name))}.`,
      }),
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
): RuleFinding[] {
  return texts.flatMap(({ value, from, to }): RuleFinding[] => {
    if (/^camunda\.secrets\.[\w-]+$/.test(value.trim())) {
      return [
        {
          message: message({
            wrong: 'In quotes this is a text, and no secret is put in',
            found: quote(value),
            instead: 'Leave out the quotes.',
          }),
          at: field,
          range: { from, to },
          fix: setField('Leave out the quotes', field, field.text.slice(0, from) + value.trim() + field.text.slice(to)),
        },
      ];
    }
    if (!/\{\{\s*secrets\.[^}]*$/.test(value)) return [];
    return [
      {
        message: message({
          wrong: 'The name of a secret must stand in the expression as a whole',
          found: quote(value),
          instead: 'Write for example "{{secrets.NAME}}", and choose between whole references with if.',
        }),
        at: field,
        range: { from, to },
      },
    ];
  });
}
