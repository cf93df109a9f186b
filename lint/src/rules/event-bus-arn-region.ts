import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-arn-region',
  title: 'Unknown region in the ARN',
  severity: 'error',
  // A global endpoint chooses the region itself.
  needs: ['configuration.region', 'input.eventBusName', 'configuration.endpointId'],
});
