import { createEventBus } from './create-event-bus.ts';
import { deleteEventBus } from './delete-event-bus.ts';
import { deleteRule } from './delete-rule.ts';
import { describeEventBus } from './describe-event-bus.ts';
import { describeRule } from './describe-rule.ts';
import { listEventBuses } from './list-event-buses.ts';
import { listRules } from './list-rules.ts';
import type { Operation } from './operation.ts';
import { putEvents } from './put-events.ts';
import { putRule } from './put-rule.ts';
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
