import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../test/arbitraries.ts';
import { GOOD_EVENT } from '../test/samples.ts';
import { entrySizeBytes, toEntry } from './entry.ts';

describe('toEntry', () => {
  it('names the members as AWS does, and leaves out what is not set', () => {
    expect(toEntry(GOOD_EVENT)).toEqual({
      EventBusName: 'orders',
      Source: 'com.example.orders',
      DetailType: 'OrderPlaced',
      Detail: '{"orderId":42}',
    });
  });

  it('carries the optional members, the time in UTC', () => {
    const entry = toEntry({
      ...GOOD_EVENT,
      resources: ['arn:a'],
      time: '2026-11-23T10:00:00+01:00',
      traceHeader: 'Root=1',
    });
    expect(entry).toMatchObject({ Resources: ['arn:a'], Time: '2026-11-23T09:00:00.000Z', TraceHeader: 'Root=1' });
  });

  it('gives a detail that parses to the value it was made of, from text and from an object', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, null, 2);
        const parsed = JSON.parse(text) as typeof GOOD_EVENT.detail;
        expect(JSON.parse(toEntry({ ...GOOD_EVENT, detail: text }).Detail)).toEqual(parsed);
        expect(JSON.parse(toEntry({ ...GOOD_EVENT, detail: parsed }).Detail)).toEqual(parsed);
      }),
    );
  });
});

describe('entrySizeBytes', () => {
  const entry = { Source: '', DetailType: '', Detail: '' };

  it('counts 14 for a time, and neither bus name nor trace header', () => {
    const plain = toEntry(GOOD_EVENT);
    expect(entrySizeBytes({ ...plain, Time: '2026-11-23T09:00:00.000Z' })).toBe(entrySizeBytes(plain) + 14);
    expect(
      entrySizeBytes(toEntry({ ...GOOD_EVENT, eventBusName: 'x'.repeat(900), traceHeader: 'y'.repeat(400) })),
    ).toBe(entrySizeBytes(plain));
  });

  it('equals a count of UTF-8 bytes, lone surrogates included', () => {
    fc.assert(
      fc.property(
        anyText,
        anyText,
        anyText,
        fc.array(anyText, { maxLength: 3 }),
        fc.boolean(),
        (Source, DetailType, Detail, Resources, timed) => {
          const expected = [Source, DetailType, Detail, ...Resources].reduce(
            (sum, part) => sum + Buffer.byteLength(part, 'utf8'),
            timed ? 14 : 0,
          );
          expect(entrySizeBytes({ Source, DetailType, Detail, Resources, ...(timed && { Time: 'now' }) })).toBe(
            expected,
          );
        },
      ),
    );
  });

  it('is 0 for an empty entry', () => expect(entrySizeBytes(entry)).toBe(0));
});
