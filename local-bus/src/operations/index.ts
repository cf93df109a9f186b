import { createEventBus } from './create-event-bus.ts';
import { deleteEventBus } from './delete-event-bus.ts';
import { describeEventBus } from './describe-event-bus.ts';
import { listEventBuses } from './list-event-buses.ts';
import type { Operation } from './operation.ts';
import { putEvents } from './put-events.ts';

/** Every EventBridge operation the bus answers. */
export const EVENT_OPERATIONS: readonly Operation[] = [
  putEvents,
  createEventBus,
  describeEventBus,
  listEventBuses,
  deleteEventBus,
];
