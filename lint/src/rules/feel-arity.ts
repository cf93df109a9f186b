import { builtinOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

interface Arity {
  readonly minArgs: number;
  readonly maxArgs?: number;
  readonly exceptArgs?: number;
}

export const rule = defineRule({
  id: 'feel-arity',
  title: 'Wrong number of arguments',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, expression, functions }) =>
      !expression.root
        ? []
        : expression.calls.flatMap(({ name, count, from, to }) => {
            const arity: Arity | undefined = functions.find((own) => own.name === name) ?? builtinOf(name);
            if (!arity || expression.locals.has(name) || takes(arity, count)) return [];
            const wanted = arityText(arity);
            return [
              {
                message: message({
                  wrong: `${name} does not take so many arguments, so the call gives null`,
                  found: count === 1 ? '1 argument' : `${count} arguments`,
                  instead: `Give it ${wanted}.`,
                }),
                at,
                field,
                range: { from, to },
              },
            ];
          }),
    ),
});

function takes({ minArgs, maxArgs, exceptArgs }: Arity, count: number): boolean {
  return count >= minArgs && (maxArgs === undefined || count <= maxArgs) && count !== exceptArgs;
}

function arityText({ minArgs, maxArgs, exceptArgs }: Arity): string {
  if (maxArgs === undefined) return `${minArgs} or more`;
  const range = minArgs === maxArgs ? `${minArgs}` : `${minArgs} to ${maxArgs}`;
  return exceptArgs === undefined ? range : `${range}, but not ${exceptArgs}`;
}
