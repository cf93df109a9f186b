import { createEventBus, deleteEventBus, describeEventBus, listEventBuses } from './event-buses.ts';
import { deleteRule, describeRule, listRules, putRule } from './rules.ts';
import type { Operation } from './operation.ts';
import { putEvents } from './put-events.ts';
import { testEventPattern } from './test-event-pattern.ts';

/** Every EventBridge operation the bus answers. */
export const EVENT_OPERATIONS: readonly Operation[] = [
  putEvents,
  createEventBus,
  describeEventBus,
  listEventBuses,
  deleteEventBus,
  putRule,
  describeRule,
  listRules,
  deleteRule,
  testEventPattern,
];
