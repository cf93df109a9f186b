import { eventRule } from '../rule/event-rule.ts';

export const rule = eventRule({
  id: 'event-bus-region',
  title: "The region is not the event bus's",
  severity: 'error',
  // A global endpoint chooses the region itself.
  needs: ['configuration.region', 'input.eventBusName', 'configuration.endpointId'],
});
