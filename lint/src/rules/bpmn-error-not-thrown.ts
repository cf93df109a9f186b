import { message, quote } from '@eventbridge-kit/issue';
import { isFeel } from '../model/value.ts';
import { thrownCodes } from '../rule/error-calls.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'bpmn-error-not-thrown',
  title: 'The caught error is never thrown',
  severity: 'warning',
  scope: 'surroundings',
  check(task, diagram) {
    const { codes, open } = thrownCodes(task);
    if (open) return [];
    const thrown = new Set(codes.map(({ value }) => value));
    return diagram.catchersOf(task).flatMap(({ id, name, code, onTask }) => {
      if (!onTask || code === undefined || isFeel(code) || thrown.has(code)) return [];
      return [
        {
          message: message({
            wrong: 'The error expression of the task never throws this error, so the event never catches one',
            found: `the code ${quote(code)}`,
            instead:
              thrown.size === 0
                ? `Throw it in the error expression, for example bpmnError(${quote(code)}).`
                : `Write ${[...thrown].map((code) => quote(code)).join(' or ')}, or throw this one in the error expression.`,
          }),
          elementId: id,
          ...(name !== undefined && { elementName: name }),
        },
      ];
    });
  },
});
