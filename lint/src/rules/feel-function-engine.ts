import { builtinOf } from 'camunda-feel';
import { message } from '@eventbridge-kit/issue';
import { engineText, isBefore, parseEngineVersion } from '../model/engine-version.ts';
import { feelTextsOf } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'feel-function-engine',
  title: 'FEEL function of a later engine',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    feelTextsOf(task).flatMap(({ at, field, expression, byEngine }) =>
      expression.calls.flatMap(({ name, from, to }) => {
        const since = parseEngineVersion(builtinOf(name)?.since);
        const { engine } = task;
        if (
          !byEngine ||
          !expression.root ||
          !since ||
          !engine ||
          !isBefore(engine, since) ||
          expression.locals.has(name)
        )
          return [];
        return [
          {
            message: message({
              wrong: `The diagram's engine does not have the function "${name}" yet`,
              found: `Camunda ${engineText(engine)} where ${engineText(since)} is needed`,
              instead: 'Write it in another way, or raise the engine version of the diagram.',
            }),
            at,
            field,
            range: { from, to },
          },
        ];
      }),
    ),
});
