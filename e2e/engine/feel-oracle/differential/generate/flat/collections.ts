import fc from 'fast-check';
import { form, literals, type Expressions } from '../expression.ts';
import { flatNumber } from './scalars.ts';

export const flatList = literals(
  'list',
  ...[
    '[]',
    '[1]',
    '[1, 2, 3]',
    '[null]',
    '[1, null, "a"]',
    '[[1, 2], [[3]], 4]',
    '["a", "b", "a"]',
    'mixed',
    'order.items',
  ],
  ...['[true, false, null]', '[1, 1.0, "1"]', '[{a: 1}, {a: 2, b: 3}, {}]', '[date("2026-01-02"), date("2026-01-01")]'],
  ...['numbers', 'words', '[[]]', '[{a: 1}, {a: 1}]', '[duration("PT1H"), duration("PT60M")]', '[0.1, 0.10]'],
);

export const flatNumbers = literals(
  'numbers',
  ...[
    '[]',
    '[1]',
    '[3, 1, 2]',
    'numbers',
    '[0.1, 0.2]',
    '[1, null]',
    '[-1.5, 2.25, 10]',
    '[6, 1, 9, 6, 1]',
    '[2, "a"]',
  ],
  ...['order.items.price', '[1/3, 2/3]', '[1.0, 1]', '[9007199254740991, 2]', '[5, 5, 5, 5]'],
);

export const flatTexts = literals(
  'texts',
  ...['[]', '["a"]', 'words', '["b", "A", "a"]', '["a", null]', '["x", 1]', '["", ""]', 'order.items.sku'],
);

export const flatBooleans = literals(
  'booleans',
  ...['[]', '[true]', '[true, null]', '[false, null]', '[true, "x"]', '[false, false]', '[true, true]', '[null]'],
);

export const flatLists = literals('lists', '[]', '[[1, 2], [3]]', '[[1], null]', '[[[1]], []]', '[numbers, words]');

export const flatContexts = literals(
  'contexts',
  ...[
    '[]',
    '[{a: 1}, {b: 2}]',
    'order.items',
    '[{key: "a", value: 1}]',
    '[{key: "a"}]',
    '[{key: 1, value: 2}]',
    '[null]',
  ],
  ...['[{key: "a", value: 1}, {key: "a", value: 2}]', '[{value: 1}]', '[{a: {b: 1}}, {a: {c: 2}}]', '[{a: 1}, 2]'],
);

export const key = literals(
  'key',
  ...[
    'a',
    'b',
    '"a"',
    '"a b"',
    '`kebab-key`',
    '`a b`',
    '@type',
    '1st',
    '_x',
    '$id',
    '"quo\\"te"',
    '"back\\\\slash"',
    '""',
  ],
  ...[
    'größe',
    '"a.b"',
    'a_b',
    'a1',
    '"1"',
    '日本',
    "'a'",
    'a.b',
    'a-b',
    'a b',
    'if',
    'null',
    'true',
    '"if"',
    '😀',
    '"😀"',
  ],
);

export const flatContext: Expressions = fc.oneof(
  {
    weight: 2,
    arbitrary: literals('context', '{}', '{a: 1}', '{a: 1, b: "x"}', '{a: {b: {c: 1}}}', 'order', '{a: null}'),
  },
  { weight: 1, arbitrary: form('key form', [key, flatNumber], (name, value) => `{${name}: ${value}}`) },
);

export const flatRange = literals(
  'range',
  ...['[1..5]', '(1..5)', '[1..5)', '(1..5]', ']1..5[', '[5..1]', '[1..1]', '(1..1)', '["a".."c"]', '[1..null]'],
  ...['[date("2026-01-01")..date("2026-12-31")]', '[duration("PT1H")..duration("PT2H")]', '[1.5..2.5]', '[three..10]'],
);

export const typeName = literals(
  'type',
  ...[
    'number',
    'string',
    'boolean',
    'date',
    'time',
    'date and time',
    'list',
    'context',
    'Any',
    'function',
    'null',
    'range',
  ],
  ...['days and time duration', 'day-time-duration', 'years and months duration', 'year-month-duration', 'nonsense'],
);
