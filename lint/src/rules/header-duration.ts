import { parseHeaders } from '@eventbridge-kit/connector';
import { headerOf } from '../model/event-task.ts';
import { suggestDuration } from '../rule/durations.ts';
import { setField } from '../rule/fields.ts';
import { defineRule } from '../rule/rule.ts';

const ID = 'header-duration';
const HEADERS = ['retryBackoff', 'jobTimeout'];

export const rule = defineRule({
  id: ID,
  title: 'Not a duration',
  severity: 'error',
  scope: 'task',
  check: (task) =>
    HEADERS.flatMap((key) => {
      const header = headerOf(task, key);
      const result = header ? parseHeaders({ [key]: header.text }) : undefined;
      if (!header || !result || result.ok) return [];
      const right = suggestDuration(header.text);
      return result.issues
        .filter((issue) => issue.rule === ID)
        .map((issue) => ({
          message: issue.message,
          at: header,
          ...(right !== undefined && { fix: setField(`Replace with ${right}`, header, right) }),
        }));
    }),
});
