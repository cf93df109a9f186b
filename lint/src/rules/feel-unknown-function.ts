import { BUILTINS, builtinOf } from 'camunda-feel';
import { message, nearest, quote } from '@eventbridge-kit/issue';
import { isBefore, type EngineVersion } from '../model/engine-version.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { replaceRange } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

/** A later engine may have functions that this table lacks. */
// https://docs.camunda.io/docs/components/modeler/feel/builtin-functions/feel-built-in-functions-introduction/
const NEWEST_KNOWN_ENGINE: EngineVersion = { major: 8, minor: 10 };

export const rule = defineRule({
  id: 'feel-unknown-function',
  title: 'Unknown FEEL function',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, expression, functions }) => {
      if (!expression.root) return [];
      return expression.calls.flatMap(({ name, from, to }) => {
        if (builtinOf(name) || expression.locals.has(name) || functions.some((own) => own.name === name)) return [];
        const suggestion = nearest(name, [
          ...functions.map((own) => own.name),
          ...BUILTINS.map((builtin) => builtin.name),
        ]);
        const mayBeNew = task.engine !== undefined && isBefore(NEWEST_KNOWN_ENGINE, task.engine);
        if (suggestion === undefined && mayBeNew) return [];
        return [
          {
            message: message({
              wrong: 'FEEL has no such function here, so the call gives null',
              found: quote(name),
              instead:
                suggestion === undefined
                  ? 'Write the name of a built-in function.'
                  : `Did you mean ${quote(suggestion)}?`,
            }),
            at,
            field,
            range: { from, to },
            ...(suggestion !== undefined && {
              fix: replaceRange(`Replace with ${suggestion}`, at, { from, to }, suggestion, task),
            }),
          },
        ];
      });
    }),
});
