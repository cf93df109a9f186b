import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, startBus } from '../../test/harness.ts';
import { errorName, signedRequest } from '../../test/sign.ts';

function ofBytes(bytes: number): string {
  return JSON.stringify({ t: 'x'.repeat(bytes - 8) });
}

describe('PutEvents, asked by the AWS SDK', () => {
  it('takes an event with every member, and keeps it field by field', async () => {
    const { bus, client } = await startBus({ buses: ['orders'], now: () => Date.now() });
    const answer = await put(client, {
      ...GOOD_ENTRY,
      EventBusName: 'arn:aws:events:eu-central-1:123456789012:event-bus/orders',
      Detail: '{"total":9007199254740993}',
      Resources: ['arn:aws:s3:::orders', 'second'],
      Time: new Date('2026-11-23T10:00:00.750Z'),
      TraceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
    });
    expect(answer.FailedEntryCount).toBe(0);
    expect(answer.$metadata.httpStatusCode).toBe(200);
    expect(bus.events()).toMatchObject([
      {
        sequence: 1,
        status: 'accepted',
        eventId: answer.Entries?.[0]?.EventId,
        requestId: answer.$metadata.requestId,
        eventBusName: 'arn:aws:events:eu-central-1:123456789012:event-bus/orders',
        source: 'com.example.orders',
        detailType: 'OrderPlaced',
        detailText: '{"total":9007199254740993}',
        resources: ['arn:aws:s3:::orders', 'second'],
        time: '2026-11-23T10:00:00Z',
        traceHeader: 'Root=1-5759e988-bd862e3fe1be46a994272793',
        region: 'eu-central-1',
        accessKeyId: 'LOCALBUSACCESSKEY001',
      },
    ]);
  });

  it('keeps the order of entries and calls, and gives every event an id of its own', async () => {
    const { bus, client } = await startBus();
    for (let call = 0; call < 3; call++)
      await put(
        client,
        ...Array.from({ length: 10 }, (_, i) => ({ ...GOOD_ENTRY, Detail: JSON.stringify({ n: call * 10 + i }) })),
      );
    expect(bus.events().map(({ detail }) => detail?.['n'])).toEqual(Array.from({ length: 30 }, (_, i) => i));
    expect(new Set(bus.events().map(({ eventId }) => eventId)).size).toBe(30);
    expect(bus.counts()).toMatchObject({ calls: 3, entries: 30, accepted: 30, rejected: 0, lost: 0 });
  });

  it.each([
    [
      'a reserved source',
      { Source: 'aws.orders' },
      'NotAuthorizedForSourceException',
      'Not authorized for the source.',
    ],
    ['no JSON', { Detail: 'not json' }, 'MalformedDetail', 'Detail is malformed.'],
    ['a list for a detail', { Detail: '[1]' }, 'MalformedDetail', 'Detail is malformed.'],
    ['a number beyond 2^63', { Detail: '{"n":9223372036854775808}' }, 'MalformedDetail', 'Detail is malformed.'],
    [
      '1001 levels',
      { Detail: `${'{"a":'.repeat(1000)}{}${'}'.repeat(1000)}` },
      'MalformedDetail',
      'Detail is malformed.',
    ],
    [
      'no source',
      { Source: undefined },
      'InvalidArgument',
      'Parameter Source is not valid. Reason: Source is a required argument.',
    ],
    [
      'no detail type',
      { DetailType: '' },
      'InvalidArgument',
      'Parameter DetailType is not valid. Reason: DetailType is a required argument.',
    ],
    [
      'no detail',
      { Detail: undefined },
      'InvalidArgument',
      'Parameter Detail is not valid. Reason: Detail is a required argument.',
    ],
  ])('fails an entry with %s alone', async (_, change, code, message) => {
    const { bus, client } = await startBus();
    const answer = await put(client, GOOD_ENTRY, { ...GOOD_ENTRY, ...change }, GOOD_ENTRY);
    expect(answer.FailedEntryCount).toBe(1);
    expect(answer.Entries?.[1]).toEqual({ ErrorCode: code, ErrorMessage: message });
    expect(bus.events()).toHaveLength(2);
    expect(bus.records()).toMatchObject([
      { status: 'accepted' },
      { status: 'rejected', errorCode: code, entryIndex: 1 },
      { status: 'accepted' },
    ]);
  });

  it('answers a call with no complete entry with an error for each, as AWS was seen to', async () => {
    const { bus, client } = await startBus();
    const answer = await put(client, { ...GOOD_ENTRY, Source: undefined }, { ...GOOD_ENTRY, Detail: undefined });
    expect(answer.$metadata.httpStatusCode).toBe(200);
    expect(answer.FailedEntryCount).toBe(2);
    expect(answer.Entries).toEqual([
      {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: 'Parameter Source is not valid. Reason: Source is a required argument.',
      },
      {
        ErrorCode: 'InvalidArgument',
        ErrorMessage: 'Parameter Detail is not valid. Reason: Detail is a required argument.',
      },
    ]);
    expect(bus.events()).toEqual([]);
  });

  it.each([
    ['no entry', () => [], 'Member must have length greater than or equal to 1'],
    [
      '11 entries',
      () => Array.from({ length: 11 }, () => GOOD_ENTRY),
      'Member must have length less than or equal to 10',
    ],
    [
      'a bad bus name',
      () => [{ ...GOOD_ENTRY, EventBusName: 'my bus' }],
      "Value 'my bus' at 'entries.1.member.eventBusName' failed to satisfy constraint: Member must satisfy regular expression pattern",
    ],
    [
      'an empty bus name',
      () => [{ ...GOOD_ENTRY, EventBusName: '' }],
      'Member must have length greater than or equal to 1',
    ],
    [
      'a long resource',
      () => [{ ...GOOD_ENTRY, Resources: ['x'.repeat(2049)] }],
      "'entries.1.member.resources.1.member'",
    ],
    [
      'a long trace header',
      () => [{ ...GOOD_ENTRY, TraceHeader: 'x'.repeat(501) }],
      'Member must have length less than or equal to 500',
    ],
    [
      '1 MB',
      () => [{ ...GOOD_ENTRY, Detail: ofBytes(1_048_576 - 29) }],
      'Total size of the entries in the request is over the limit.',
    ],
    [
      '1 MB in two entries',
      () => [GOOD_ENTRY, { ...GOOD_ENTRY, Detail: ofBytes(1_048_510) }],
      'Total size of the entries',
    ],
  ])('refuses a call with %s', async (_, entries, message) => {
    const { bus, client } = await startBus();
    const error = await errorOf(put(client, ...entries()));
    expect(error).toMatchObject({ name: 'ValidationException', $metadata: { httpStatusCode: 400 } });
    expect(error.message).toContain(message);
    expect(bus.records()).toEqual([]);
  });

  it('takes one byte less than 1 MB', async () => {
    const { bus, client } = await startBus();
    expect(await put(client, { ...GOOD_ENTRY, Detail: ofBytes(1_048_576 - 30) })).toMatchObject({
      FailedEntryCount: 0,
    });
    expect(bus.events()).toHaveLength(1);
  });

  it('sends the headers AWS sends, spelled as AWS spells them', async () => {
    const { address } = await startBus();
    const reply = await signedRequest(address, { body: JSON.stringify({ Entries: [GOOD_ENTRY] }) });
    expect(reply.rawHeaders.filter((_, index) => index % 2 === 0)).toEqual([
      'x-amzn-RequestId',
      'Content-Type',
      'Content-Length',
      'Date',
    ]);
    expect(reply.headers['content-type']).toBe('application/x-amz-json-1.1');
  });

  it.each([
    ['Entries a text', { Entries: 'x' }],
    ['an entry a text', { Entries: ['x'] }],
    ['a source a number', { Entries: [{ ...GOOD_ENTRY, Source: 5 }] }],
    ['a time no time', { Entries: [{ ...GOOD_ENTRY, Time: 'yesterday' }] }],
    ['resources a text', { Entries: [{ ...GOOD_ENTRY, Resources: 'x' }] }],
    ['a list for a request', []],
  ])('answers %s with a SerializationException', async (_, body) => {
    const { address } = await startBus();
    expect(errorName(await signedRequest(address, { body: JSON.stringify(body) }))).toBe('SerializationException');
  });

  it('answers every JSON body with JSON, and never breaks', async () => {
    const { address } = await startBus();
    const entry = fc.dictionary(
      fc.constantFrom(
        'Source',
        'DetailType',
        'Detail',
        'Resources',
        'Time',
        'EventBusName',
        'TraceHeader',
        '__proto__',
      ),
      fc.jsonValue(),
    );
    const body = fc.oneof(
      fc.jsonValue(),
      fc.record({ Entries: fc.oneof(fc.jsonValue(), fc.array(entry, { maxLength: 12 })) }),
    );
    await fc.assert(
      fc.asyncProperty(body, async (value) => {
        const reply = await signedRequest(address, { body: JSON.stringify(value) });
        expect([200, 400]).toContain(reply.status);
        expect(JSON.parse(reply.body)).toBeTypeOf('object');
      }),
      { numRuns: 60 },
    );
  });
});

describe('what AWS loses in silence', () => {
  const losses = [
    ['an unknown bus', { EventBusName: 'nope' }, 'Event bus nope does not exist.'],
    [
      "another account's bus",
      { EventBusName: 'arn:aws:events:eu-central-1:999999999999:event-bus/orders' },
      'does not exist',
    ],
    [
      "another region's bus",
      { EventBusName: 'arn:aws:events:us-east-1:123456789012:event-bus/default' },
      'does not exist',
    ],
    ['a long detail type', { DetailType: 'x'.repeat(129) }, 'DetailType has 129 characters; at most 128 arrive.'],
  ] as const;

  it.each(losses)('mode aws: %s gets an event id, and shows in the feed as lost', async (_, change, reason) => {
    const { bus, client } = await startBus();
    const answer = await put(client, { ...GOOD_ENTRY, ...change });
    expect(answer).toMatchObject({
      FailedEntryCount: 0,
      Entries: [{ EventId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string }],
    });
    expect(bus.events()).toMatchObject([{ status: 'lost', reason: expect.stringContaining(reason) as string }]);
  });

  it.each(losses)('mode strict: %s is an entry error', async (_, change, reason) => {
    const { bus, client } = await startBus({ mode: 'strict' });
    const answer = await put(client, { ...GOOD_ENTRY, ...change });
    expect(answer).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'InvalidArgument', ErrorMessage: expect.stringContaining(reason) as string }],
    });
    expect(bus.events()).toEqual([]);
  });
});
