import { readFileSync } from 'node:fs';
import type { JsonObject } from '@eventbridge-kit/issue';

const DEMO = new URL('../../demo/examples/order-to-event.bpmn', import.meta.url);

/** What the expressions see: the demo's sample, and more of the same. */
export const VARIABLES: JsonObject = {
  order: {
    id: 'A-1042',
    customer: 'Ada Lovelace',
    currency: 'EUR',
    placedAt: '2026-11-23T10:30:45Z',
    items: Array.from({ length: 20 }, (_item, at) => ({ sku: `TEA-${at}`, quantity: at % 4, price: 12.5 + at })),
  },
  total: 34,
  error: { code: 'ThrottlingException', message: 'Rate exceeded for PutEvents' },
  response: { failedEntryCount: 0, entries: [{ eventId: 'e-1', errorCode: null }] },
};

/** The expressions of the demo's diagram, without their `=`. */
export function demoExpressions(): readonly string[] {
  const sources = readFileSync(DEMO, 'utf8').matchAll(/ (?:source|value)="=([^"]*)"/g);
  const texts = Array.from(sources, ([, text = '']) => text.replaceAll('&#10;', '\n').replaceAll('&#34;', '"'));
  return [...new Set(texts.map((text) => text.replaceAll('&quot;', '"').replaceAll('&gt;', '>')))];
}

/** Twenty more, as people write them into mappings, result and error expressions. */
export const EXPRESSIONS: readonly string[] = [
  'order.id',
  '{orderId: order.id}',
  '{orderId: order.id, total: total * 1.19}',
  '"order-" + order.id',
  'upper case(order.currency)',
  'if total > 100 then "large" else "small"',
  'for item in order.items return item.sku',
  'sum(for item in order.items return item.price * item.quantity)',
  'order.items[quantity > 2].sku',
  'count(order.items[item.price > 20])',
  'some item in order.items satisfies item.quantity = 0',
  'every item in order.items satisfies item.price > 0',
  'order.items[1].price + order.items[-1].price',
  'string join(order.items.sku, ", ")',
  'date and time(order.placedAt) + duration("P1D")',
  'date("2026-11-23") > date("2026-01-01")',
  '{eventId: response.entries[1].eventId}',
  'if error.code = "ThrottlingException" then "later" else null',
  'contains(error.message, "Rate exceeded")',
  'matches(error.message, ".*[Rr]ate exceeded.*")',
];
