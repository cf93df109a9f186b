import fc from 'fast-check';
import { literals, type Expressions } from '../expression.ts';

/** Numbers that stand for a size, a place or a power: none makes the work large. */
export const smallNumber = literals('small number', '0', '1', '2', '3', '-1', '-2', '5', '1.5', 'three', 'null');

/** Places after the point, up to what a decimal has. */
export const scale = literals('scale', '0', '1', '2', '3', '6', '-1', '-2', '1.5', 'null');

const decimal: Expressions = fc
  .tuple(fc.integer({ min: -99_999, max: 99_999 }), fc.integer({ min: 0, max: 5 }))
  .map(([digits, places]) => ({
    label: 'decimal',
    text: places === 0 ? String(digits) : (digits / 10 ** places).toFixed(places),
    parts: [],
  }));

export const flatNumber: Expressions = fc.oneof(
  { weight: 4, arbitrary: decimal },
  {
    weight: 4,
    arbitrary: literals(
      'number',
      ...['0', '1', '-1', '2', '7', '10', '100', '0.1', '0.2', '.5', '1.0', '1.50', '2.5', '3.5', '-2.5', '0.125'],
      ...['1.005', '0.000001', '0.0000001', '123456789.987654321', '9007199254740991', '12345678901234567890'],
      ...['0.1234567890123456789', '-0', '00012', '1/3', '1e3'],
    ),
  },
  { weight: 2, arbitrary: literals('number variable', 'three', 'ratio', 'negative', 'large', 'order.total') },
);

const TEXT_CONTENTS = [
  ...['', 'a', 'b', 'abc', 'ABC', 'aBc', 'foobar', 'order.placed', 'a,b,,c', 'one two  three', ' padded ', '1', '1.5'],
  ...['-0.50', '1 000,5', 'true', 'null', 'EUR', 'a-b_c', 'straße', 'Grüße 👋', 'İ', 'é', '日本語', '😀😀', 'x\u00a0y'],
  ...[
    'line\\nbreak',
    'tab\\there',
    'quote \\"inside\\"',
    'back\\\\slash',
    'cr\\rlf',
    '\\u0041',
    'aws\\.orders',
    '\\d+',
  ],
  ...["it's", "\\'", '{{secrets.X}}', '# no comment', '// no comment', '/* none */', '=', '2026-11-23', 'PT1H'],
  ...['R3LDvMOfZQ==', '%', '$1', '<a href=\\"#\\">'],
] as const;

export function quoted(content: string): string {
  return `"${content}"`;
}

export const flatText: Expressions = fc.oneof(
  { weight: 6, arbitrary: literals('text', ...TEXT_CONTENTS.map(quoted)) },
  {
    weight: 2,
    arbitrary: literals('text variable', 'word', 'empty', 'greeting', 'order.id', 'order.currency', '`kebab-key`'),
  },
);

export const flatBoolean = literals('boolean', 'true', 'false', 'yes', 'state.paid', 'null');

export const flatNothing = literals('nothing', 'null', 'nothing', 'missing', 'state.note', 'order.missing');
