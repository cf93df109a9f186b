import type { PutEventsEntry } from '@eventbridge-kit/eventbridge';

/** One event of the benchmark, about 330 bytes as AWS counts. */
export const event: PutEventsEntry = {
  EventBusName: 'orders',
  Source: 'com.example.shop',
  DetailType: 'Order Placed',
  Detail: JSON.stringify({
    orderId: '7c6e4a0e-54a2-4a0a-9d3c-0d7ad9d3a1f5',
    customer: { id: 'c-104711', name: 'Ada Lovelace', country: 'GB' },
    lines: [
      { sku: 'A-1001', quantity: 2, price: 12.5 },
      { sku: 'B-2002', quantity: 1, price: 80 },
    ],
    total: 105,
    currency: 'EUR',
    note: 'Leave it with the neighbours, please.',
  }),
};
