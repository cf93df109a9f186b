/* eslint-disable no-console -- the README's example prints */
import { evaluate } from 'camunda-feel';

const world = {
  now: () => ({ epochMs: Date.now(), zone: 'Europe/Berlin' }),
  random: Math.random,
  uuid: () => crypto.randomUUID(),
};

const variables = { order: { id: 'A-1', items: [{ price: 0.1 }, { price: 0.2 }] } };

const result = evaluate('{id: order.id, total: sum(order.items.price), note: order.note}', { variables, world });

if (result.status === 'ok') {
  console.log(result.value);
  // { id: 'A-1', total: 0.3, note: null }
  for (const { kind, message } of result.warnings) console.log(`${kind}: ${message}`);
  // NO_CONTEXT_ENTRY_FOUND: No context entry found with key 'note'. Available keys: 'id', 'items'
}
