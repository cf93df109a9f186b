import { eventRule } from '../rule/event-rule.ts';
import { removeField } from '../rule/fields.ts';

export const rule = eventRule({
  id: 'trace-header-empty',
  title: 'Empty trace header',
  severity: 'error',
  fix: () => ({
    title: 'Remove the trace header',
    edits: [removeField({ place: 'input', name: 'input.traceHeader' })],
  }),
});
