/** What every generated expression sees. No context within has more than four keys: of more the library alone keeps no order. */
export const VARIABLES = {
  order: {
    id: 'A-1042',
    currency: 'EUR',
    total: 34,
    items: [
      { sku: 'TEA-01', quantity: 2, price: 12.5 },
      { sku: 'CUP-07', quantity: 1, price: 9 },
    ],
  },
  state: { paid: false, note: null },
  'kebab-key': 'kebab',
  nothing: null,
  three: 3,
  ratio: 0.25,
  negative: -7.5,
  large: 1234567890123,
  yes: true,
  word: 'Order A-1042 placed',
  empty: '',
  greeting: 'Grüße 👋 "Ada"\n',
  numbers: [3, 1, 2, 1],
  words: ['b', 'a', 'c'],
  mixed: [1, 'a', null, true],
  when: '2026-11-23T10:30:45Z',
  day: '2026-11-23',
};
