import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LruMap } from './lru-map.ts';

describe('a map of bounded size', () => {
  it('lets the entry go that was unused for longest', () => {
    const map = new LruMap<string, number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('makes a value once while it is kept, undefined too', () => {
    const map = new LruMap<string, undefined>(1);
    let made = 0;
    const make = (): undefined => void (made += 1);
    map.getOrMake('a', make);
    map.getOrMake('a', make);
    expect(made).toBe(1);
    map.getOrMake('b', make);
    map.getOrMake('a', make);
    expect(made).toBe(3);
  });

  it('keeps exactly the entries used last, whatever is asked for', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.array(fc.nat(6)), (maxEntries, keys) => {
        const map = new LruMap<number, number>(maxEntries);
        keys.forEach((key) => map.getOrMake(key, () => key));
        const kept = [...new Set(keys.toReversed())].slice(0, maxEntries);
        for (const key of [0, 1, 2, 3, 4, 5, 6]) expect(map.get(key)).toBe(kept.includes(key) ? key : undefined);
      }),
    );
  });
});
