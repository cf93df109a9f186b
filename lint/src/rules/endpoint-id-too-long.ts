import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'endpoint-id-too-long',
  title: 'The endpoint id is too long',
  severity: 'error',
});
