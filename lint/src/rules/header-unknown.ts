import { HEADER_NAMES } from '@eventbridge-kit/connector';
import { message, nearest, quote } from '@eventbridge-kit/issue';
import type { Fix } from '../fix/fix.ts';
import { headerOf, type TaskField } from '../model/event-task.ts';
import { removeField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'header-unknown',
  title: 'Mistyped header',
  severity: 'warning',
  scope: 'task',
  check: (task) =>
    task.headers.flatMap((header) => {
      const { name } = header;
      // Anybody may add headers: only what is nearly one of the connector's is a slip.
      const meant = HEADER_NAMES.includes(name) ? undefined : nearest(name, HEADER_NAMES);
      if (meant === undefined || (headerOf(task, meant)?.text ?? '') !== '') return [];
      return [
        {
          message: message({
            wrong: 'The connector does not read this header',
            found: quote(name),
            instead: `Did you mean ${quote(meant)}?`,
          }),
          at: header,
          fix: rename(header, meant),
        },
      ];
    }),
});

function rename({ name, text }: TaskField, to: string): Fix {
  return {
    title: `Rename to ${to}`,
    edits: [removeField({ place: 'header', name }), { kind: 'set-field', place: 'header', name: to, text }],
  };
}
