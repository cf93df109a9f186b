import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'trace-header-format',
  title: 'Not an X-Ray trace header',
  severity: 'warning',
});
