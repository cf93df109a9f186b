import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkEvent } from '../check-event.ts';
import { entrySizeBytes, toEntry } from '../entry.ts';
import type { EventInput, Idempotency } from '../event-input.ts';

const ID = 'camunda-job:2251799813685249';
function inDetail(field: string): Idempotency {
  return { place: 'detail', id: ID, field };
}
const asResource: Idempotency = { place: 'resource', id: ID };

function eventWith(changes: Partial<EventInput>): EventInput {
  return {
    eventBusName: 'orders',
    source: 'com.example.orders',
    detailType: 'Order placed',
    detail: { orderId: 7 },
    ...changes,
  };
}

function rulesOf(event: EventInput, settings = {}): string[] {
  return checkEvent(event, { region: 'eu-central-1' }, settings).map(({ rule }) => rule);
}

describe('an idempotency id', () => {
  it.each([
    [{ orderId: 7 }, `{"orderId":7,"idempotencyId":"${ID}"}`],
    [{}, `{"idempotencyId":"${ID}"}`],
    ['{ "n": 1.50e3 }', `{"n":1.50e3,"idempotencyId":"${ID}"}`],
    [' { } ', `{"idempotencyId":"${ID}"}`],
  ])('goes into the detail %j under its key', (detail, text) => {
    const event = eventWith({ detail, idempotency: inDetail('idempotencyId') });
    expect(rulesOf(event)).toEqual([]);
    expect(toEntry(event).Detail).toBe(text);
  });

  it('goes behind the resources of the event', () => {
    expect(toEntry(eventWith({ idempotency: asResource })).Resources).toEqual([ID]);
    const event = eventWith({ idempotency: asResource, resources: ['arn:aws:s3:::orders'] });
    expect(toEntry(event).Resources).toEqual(['arn:aws:s3:::orders', ID]);
  });

  it('leaves the detail an object with one member more, whatever key and detail are', () => {
    const detail = fc.dictionary(fc.string(), fc.jsonValue());
    fc.assert(
      fc.property(detail, fc.string(), fc.boolean(), (object, key, asText) => {
        fc.pre(key.trim() !== '' && !Object.hasOwn(object, key));
        const event = eventWith({
          detail: (asText ? JSON.stringify(object) : object) as EventInput['detail'],
          idempotency: inDetail(key),
        });
        const before = Object.entries(JSON.parse(toEntry({ ...event, idempotency: asResource }).Detail) as object);
        const after = Object.entries(JSON.parse(toEntry(event).Detail) as object);
        expect(after).toHaveLength(before.length + 1);
        expect(new Map(after)).toEqual(new Map([...before, [key, ID]]));
      }),
    );
  });

  it.each([{ orderId: 7 }, '{"orderId": null}', String.raw`{"order\u0049d": 1}`])(
    'takes no key that the detail %j has',
    (detail) => {
      const [issue, ...more] = checkEvent(eventWith({ detail, idempotency: inDetail('orderId') }), {
        region: 'eu-central-1',
      });
      expect(more).toEqual([]);
      expect(issue).toMatchObject({ rule: 'idempotency-field-taken', field: 'input.idempotencyField' });
      expect(issue?.message).toContain('"orderId"');
    },
  );

  it('takes a key of a deeper level, and one that every object inherits', () => {
    expect(rulesOf(eventWith({ detail: { a: { id: 1 } }, idempotency: inDetail('id') }))).toEqual([]);
    expect(rulesOf(eventWith({ idempotency: inDetail('constructor') }))).toEqual([]);
  });

  it.each(['', ' '])('needs a key: %j', (field) => {
    expect(rulesOf(eventWith({ idempotency: inDetail(field) }))).toEqual(['idempotency-field-required']);
  });

  it('says nothing where the detail itself is wrong', () => {
    expect(rulesOf(eventWith({ detail: '[1]', idempotency: inDetail('a') }))).toEqual(['detail-not-object']);
    expect(rulesOf(eventWith({ detail: '{', idempotency: inDetail('a') }))).toEqual(['detail-not-json']);
  });

  it.each([inDetail('key'), asResource])('counts into the size of the event: %j', (idempotency) => {
    const event = eventWith({ idempotency });
    const bytes = entrySizeBytes(toEntry(event));
    expect(rulesOf(event, { maxEntryBytes: bytes })).toEqual(['event-too-large']);
    expect(rulesOf(event, { maxEntryBytes: bytes + 1 })).toEqual([]);
    expect(bytes).toBeGreaterThan(entrySizeBytes(toEntry(eventWith({}))) + ID.length - 1);
  });
});
