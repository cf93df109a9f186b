/** Names of fields, some with dots. None is empty: the library loses those. */
export const NAMES = ['a', 'b', 'c', 'a.b', 'b.c', 'd', 'a-x', 'A'];

export const TEXTS = [
  ...[
    '',
    'a',
    'b',
    'ab',
    'aB',
    'Ab',
    'abc',
    'xa',
    'éa',
    'Éa',
    'ß',
    'SS',
    'a*b',
    'a\\b',
    '"',
    'a"b',
    '1',
    'null',
    'true',
  ],
  ...['10.0.0.1', '10.0.0.9', '010.0.0.1', '10.1.2.3', '::1', '2001:db8::1', '2001:DB8:0:0::1', '1:2'],
  ...['/x/y/z', 'x.png', 'X.PNG', '😀', 'a\u0001'],
];

/** As JSON writes them: what a JavaScript number loses is part of the matter. */
export const NUMBERS = [
  ...[
    '0',
    '-0',
    '1',
    '1.0',
    '1e0',
    '10e-1',
    '2',
    '5',
    '100',
    '1e2',
    '-1',
    '-1.5',
    '0.1',
    '0.10',
    '3.14159',
    '1E3',
    '1000',
  ],
  ...['5000000000', '123456789012', '123456789012345', '1234567890123456', '9007199254740993', '9007199254740992'],
  ...['9007199254740992.0', '0.30000000000000004', '1e400', '1e-400'],
];

/** Numbers of operators: those that AWS takes, of a range the lower and the upper. */
export const LOWS = ['-5e9', '-1', '-1.5', '0', '0.1', '1'];
export const HIGHS = ['1.5', '2', '5', '100', '1e3', '5000000000'];
export const OPERANDS = [
  '0',
  '-0',
  '1',
  '1.0',
  '1e0',
  '2',
  '5',
  '100',
  '1e2',
  '-1',
  '-1.5',
  '0.1',
  '0.10',
  '3.14159',
  '5e9',
];

/** Blocks of addresses that AWS takes, and such that it refuses. */
export const BLOCKS = [
  ...['10.0.0.0/8', '10.0.0.0/24', '0.0.0.0/0', '2001:db8::/32', '::/0', '32.1.13.184/30', '::/127', '2001:db8::/28'],
  ...['10.0.0.0/+8', '10.0.0.0/8/', '10.0.0.1/8'],
];
export const WRONG_BLOCKS = [
  '10.0.0.1/32',
  '::1/128',
  '10.0.0/8',
  'x/8',
  '10.0.0.0',
  '/8',
  '10.0.0.0/-1',
  '10.0.0.0/8/8',
];

/** Pieces that texts with stars are made of. */
export const WILDCARD_PIECES = ['a', 'b', '*', '*', '/', 'x', String.raw`\*`, '\\\\', ':', '.', 'é', '"'];
