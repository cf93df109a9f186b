import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from '../test/arbitraries.ts';
import { GOOD_CONNECTION, GOOD_EVENT } from '../test/samples.ts';
import { CHECKED_FIELDS, checkEvent } from './check-event.ts';
import { entrySizeBytes, toEntry } from './entry.ts';

const ARN = 'arn:aws:events:eu-west-1:123456789012:event-bus/orders';

/** An event of exactly so many bytes, most of them three-byte characters. */
function eventOfBytes(bytes: number): typeof GOOD_EVENT {
  const empty = entrySizeBytes(toEntry({ ...GOOD_EVENT, detail: { t: '' } }));
  const room = bytes - empty;
  return { ...GOOD_EVENT, detail: { t: '€'.repeat(Math.floor(room / 3)) + 'x'.repeat(room % 3) } };
}

describe('checkEvent', () => {
  it('finds nothing in a good event', () => expect(checkEvent(GOOD_EVENT, GOOD_CONNECTION)).toEqual([]));

  it('reports every field that is wrong, each under its input name', () => {
    const issues = checkEvent(
      {
        eventBusName: '',
        source: 'aws.x',
        detailType: '',
        detail: '[]',
        resources: [''],
        time: 'now',
        traceHeader: '',
        idempotency: { place: 'detail', id: 'x', field: '' },
      },
      { region: '', endpointId: 'x', endpoint: 'x' },
    );
    expect(issues.map(({ field }) => field)).toEqual([...CHECKED_FIELDS]);
  });

  it('compares the region with that of the bus ARN', () => {
    const [issue, ...rest] = checkEvent({ ...GOOD_EVENT, eventBusName: ARN }, GOOD_CONNECTION);
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({
      rule: 'event-bus-region',
      field: 'configuration.region',
      fix: { value: 'eu-west-1' },
    });
    expect(checkEvent({ ...GOOD_EVENT, eventBusName: ARN }, { region: 'eu-west-1' })).toEqual([]);
    expect(checkEvent({ ...GOOD_EVENT, eventBusName: ARN }, { ...GOOD_CONNECTION, endpointId: 'abcde.veo' })).toEqual(
      [],
    );
  });

  it('takes a region that is only mistyped in the ARN for the mistake, not the one that is called', () => {
    const eventBusName = ARN.replace('eu-west-1', 'eu-wset-1');
    expect(checkEvent({ ...GOOD_EVENT, eventBusName }, GOOD_CONNECTION)).toMatchObject([
      { rule: 'event-bus-arn-region', field: 'input.eventBusName', fix: { value: ARN } },
    ]);
  });

  it("compares the ARN's partition with that of its region", () => {
    const eventBusName = 'arn:aws:events:cn-north-1:123456789012:event-bus/orders';
    expect(checkEvent({ ...GOOD_EVENT, eventBusName }, { region: 'cn-north-1' })).toMatchObject([
      { rule: 'event-bus-partition', fix: { value: 'arn:aws-cn:events:cn-north-1:123456789012:event-bus/orders' } },
    ]);
  });

  it.each([
    [262_144, []],
    [262_145, ['event-large']],
    [1_048_575, ['event-large']],
    [1_048_576, ['event-too-large']],
    [1_048_577, ['event-too-large']],
  ])('judges an event of %d bytes as %j', (bytes, rules) => {
    const event = eventOfBytes(bytes);
    expect(entrySizeBytes(toEntry(event))).toBe(bytes);
    expect(checkEvent(event, GOOD_CONNECTION).map(({ rule }) => rule)).toEqual(rules);
  });

  it('takes another size limit', () => {
    expect(checkEvent(eventOfBytes(1000), GOOD_CONNECTION, { maxEntryBytes: 1000 })).toMatchObject([
      { rule: 'event-too-large' },
    ]);
    expect(checkEvent(eventOfBytes(999), GOOD_CONNECTION, { maxEntryBytes: 1000 })).toEqual([]);
  });

  it('never throws, and every issue names a rule in kebab-case, a field and a message', () => {
    const text = fc.oneof(fc.string(), anyText, fc.constantFrom(ARN, '{}', 'eu-central-1', 'https://x'));
    const event = fc.record(
      {
        eventBusName: text,
        source: text,
        detailType: text,
        detail: fc.oneof(text, fc.dictionary(fc.string(), fc.jsonValue())),
        resources: fc.array(text, { maxLength: 3 }),
        time: text,
        traceHeader: text,
      },
      { requiredKeys: ['eventBusName', 'source', 'detailType', 'detail'] },
    );
    const connection = fc.record({ region: text, endpointId: text, endpoint: text }, { requiredKeys: ['region'] });
    fc.assert(
      fc.property(event, connection, (input, target) => {
        for (const issue of checkEvent(input as typeof GOOD_EVENT, target)) {
          expect(issue.rule).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(issue.field).toMatch(/^(input|configuration)\.[a-zA-Z]+$/);
          expect(issue.message).toMatch(/(: found .+| is (required|empty))\. [A-Z]/s);
        }
      }),
      { numRuns: 200 },
    );
  });
});
