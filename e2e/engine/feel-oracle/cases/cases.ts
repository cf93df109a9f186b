/** Expressions by the builtin or the subject that they show. */
export type Cases = Readonly<Record<string, readonly string[]>>;

/** Variables that every expression sees. */
export const VARIABLES = {
  order: {
    id: 'A-1042',
    customer: 'Ada Lovelace',
    currency: 'EUR',
    items: [
      { sku: 'TEA-01', quantity: 2, price: 12.5 },
      { sku: 'CUP-07', quantity: 1, price: 9 },
    ],
  },
  nothing: null,
  toolCall: { city: 'Oslo' },
};
