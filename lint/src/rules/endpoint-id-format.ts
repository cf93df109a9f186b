import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'endpoint-id-format',
  title: 'Not a global endpoint id',
  severity: 'error',
});
