import { eventRule } from '../rule/event-rule.ts';
import { meansFeel } from '../rule/missing-equals.ts';

export const rule = eventRule({
  id: 'detail-not-json',
  title: 'The payload is not JSON',
  severity: 'error',
  unless: meansFeel,
});
