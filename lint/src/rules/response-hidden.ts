import { message, quote } from '@eventbridge-kit/issue';
import { contextKeys } from '../feel/expression.ts';
import { headerOf } from '../model/event-task.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'response-hidden',
  title: 'The result mapping hides the response',
  severity: 'warning',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header?.expression.root || !task.family.rejectedIsSuccess) return [];
    const variable = headerOf(task, 'resultVariable')?.text.trim() ?? '';
    const mapping = headerExpression(task, 'resultExpression');
    const keys = mapping ? contextKeys(mapping.expression) : [];
    // A mapping whose names are not known may hold any.
    if (!keys || (keys.length === 0 && variable === '')) return [];
    const visible = new Set([...keys, ...(variable === '' ? [] : [variable])]);
    return header.expression.paths.flatMap(({ segments: [root, name], from, to }) => {
      if (root !== 'response' || typeof name !== 'string' || visible.has(name)) return [];
      return [
        {
          message: message({
            wrong: 'Where a result mapping stands, the error expression sees what the mapping made as "response"',
            found: `response.${name}, and a mapping to ${[...visible].join(', ')}`,
            instead: `Map ${quote(name)} in the result expression too, and read it there.`,
          }),
          at: header.at,
          range: { from, to },
        },
      ];
    });
  },
});
