import { message, quote } from '@eventbridge-kit/issue';
import type { EventTask } from '../model/event-task.ts';
import { isFeel } from '../model/value.ts';
import { thrownCodes } from '../rule/error-calls.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'bpmn-error-uncaught',
  title: 'No event catches the BPMN error',
  severity: 'warning',
  scope: 'surroundings',
  check(task, diagram) {
    const { codes } = thrownCodes(task);
    const header = headerExpression(task, 'errorExpression');
    if (codes.length === 0 || !header) return [];
    const catchers = diagram.catchersOf(task);
    // Without a code an event catches all; a code that is an expression may be any.
    if (catchers.some(({ code }) => code === undefined || isFeel(code))) return [];
    const caught = new Set(catchers.map(({ code }) => code));
    return codes.flatMap(({ value, from, to }) => {
      if (value.trim() === '' || caught.has(value)) return [];
      return [
        {
          message: message({
            wrong:
              'No boundary event or event subprocess in this diagram catches the error, so the process stops with an incident',
            found: `the code ${quote(value)}`,
            instead: 'Add a boundary event for it, or catch it where this process is called.',
          }),
          at: header.at,
          range: { from, to },
          ...(canHoldBoundary(task) && {
            fix: {
              title: `Add a boundary event for ${value}`,
              edits: [{ kind: 'add-error-boundary', errorCode: value }],
            },
          }),
        },
      ];
    });
  },
});

/** Boundary events stand on activities only. */
function canHoldBoundary({ elementType }: EventTask): boolean {
  return elementType.endsWith('Task');
}
