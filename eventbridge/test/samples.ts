import type { ConnectionInput, EventInput } from '../src/event-input.ts';

/** An event without a fault, for tests that break one field. */
export const GOOD_EVENT: EventInput = {
  eventBusName: 'orders',
  source: 'com.example.orders',
  detailType: 'OrderPlaced',
  detail: { orderId: 42 },
};

export const GOOD_CONNECTION: ConnectionInput = { region: 'eu-central-1' };
