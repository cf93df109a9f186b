import type { Cases } from './cases.ts';

export const logic: Cases = {
  not: ['not(true)', 'not(1 > 2)', 'not(null)', 'not("a")'],
  'is defined': [
    'is defined(order)',
    'is defined(missing)',
    'is defined(nothing)',
    'is defined(order.missing)',
    'is defined(1)',
  ],
  'get or else': [
    'get or else(order.id, "none")',
    'get or else(missing, "none")',
    'get or else(nothing, 3)',
    'get or else(order.missing.deeper, "none")',
    'get or else(false, true)',
    'get or else(null, null)',
  ],
  assert: [
    'assert(order.id, order.id != null)',
    'assert(4, 4 >= 0, "must not be negative")',
    'assert(missing, missing != null)',
    'assert(missing, missing != null, "the order has no customer")',
  ],
  fromAi: [
    'fromAi(toolCall.city)',
    'fromAi(toolCall.city, "a city")',
    'fromAi(toolCall.city, "a city", "string")',
    'fromAi(toolCall.city, "a city", "string", { enum: ["Oslo", "Bergen"] })',
    'fromAi(toolCall.missing)',
    'fromAi(order.id, "an order", "string", null, { required: false })',
  ],
};
