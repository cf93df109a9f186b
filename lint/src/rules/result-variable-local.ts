import { message, quote } from '@eventbridge-kit/issue';
import { contextKeys } from '../feel/expression.ts';
import { headerOf } from '../model/event-task.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'result-variable-local',
  title: 'The result stays in the task',
  severity: 'warning',
  scope: 'task',
  check(task) {
    // Output mappings may carry it out.
    if (task.outputs.length > 0) return [];
    const locals = new Set(task.inputs.map(({ name }) => name.split('.')[0]));
    const variable = headerOf(task, 'resultVariable');
    const mapping = headerExpression(task, 'resultExpression');
    const written = [
      ...(variable ? [{ name: variable.text.trim(), at: variable }] : []),
      ...(mapping ? (contextKeys(mapping.expression) ?? []).map((name) => ({ name, at: mapping.at })) : []),
    ];
    return written
      .filter(({ name }) => locals.has(name))
      .map(({ name, at }) => ({
        message: message({
          wrong:
            'An input mapping makes a variable of this name in the task, so the result is written there and is gone with the task',
          found: quote(name),
          instead: 'Give the result another name, or add an output mapping for it.',
        }),
        at,
      }));
  },
});
