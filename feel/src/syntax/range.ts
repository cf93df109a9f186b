import type { RangeNode } from './node.ts';
import { start, type Reader, type Rules } from './reader.ts';

/** `[1..5]`, `(1..5)`, `]1..5[`. */
export function range(reader: Reader, rules: Rules): RangeNode | undefined {
  return reader.attempt(() => {
    const from = start(reader);
    const open = reader.token('(', ']', '[');
    const low = open && rules.math(reader);
    const high = low && reader.skip('..') && rules.math(reader);
    const close = high && reader.token(')', '[', ']');
    if (!low || !high || !close) return undefined;
    return {
      kind: 'range',
      from,
      to: reader.pos,
      start: { value: low, closed: open === '[' },
      end: { value: high, closed: close === ']' },
    };
  });
}
