import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, sdkClient, startBus } from '../../test/harness.ts';

describe('entry faults', () => {
  it('fail the n-th entry with a code, counted across calls', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'entry', nth: 3, code: 'ThrottlingException', message: 'slow down' });
    expect(await put(client, GOOD_ENTRY, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    const second = await put(client, GOOD_ENTRY, GOOD_ENTRY);
    expect(second).toMatchObject({
      FailedEntryCount: 1,
      Entries: [
        { ErrorCode: 'ThrottlingException', ErrorMessage: 'slow down' },
        { EventId: expect.any(String) as string },
      ],
    });
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
  });

  it('strike as often as asked, and only the detail type meant', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'entry', times: Number.POSITIVE_INFINITY, detailType: 'Bad', code: 'RedactionFailure' });
    for (let call = 0; call < 3; call++) {
      expect((await put(client, GOOD_ENTRY, { ...GOOD_ENTRY, DetailType: 'Bad' })).Entries).toMatchObject([
        { EventId: expect.any(String) as string },
        { ErrorCode: 'RedactionFailure' },
      ]);
    }
  });

  it('strike by chance, as the random numbers say', async () => {
    const draws = [0.05, 0.5, 0.09];
    const { bus, client } = await startBus({ random: () => draws.shift() ?? 0.99 });
    bus.addFault('entry:percent=10,times=forever');
    const { Entries } = await put(client, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY);
    expect(Entries?.map(({ ErrorCode }) => ErrorCode)).toEqual([
      'InternalFailure',
      undefined,
      'InternalFailure',
      undefined,
    ]);
  });
});

describe('call faults', () => {
  it('HTTP 500 for the next two calls, which the SDK tries again', async () => {
    const { bus, address } = await startBus();
    bus.addFault({ kind: 'http', times: 2 });
    const client = sdkClient(address, { maxAttempts: 3 });
    expect((await put(client, GOOD_ENTRY)).$metadata.attempts).toBe(3);
    expect(bus.events()).toHaveLength(1);
  });

  it.each([
    [500, 'InternalFailure'],
    [503, 'ServiceUnavailable'],
  ])('HTTP %d surfaces as %s', async (status, name) => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'http', status });
    expect(await errorOf(put(client, GOOD_ENTRY))).toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(bus.records()).toEqual([]);
  });

  it('an error of any name', async () => {
    const { bus, client } = await startBus();
    bus.addFault({
      kind: 'error',
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
    expect(await errorOf(put(client, GOOD_ENTRY))).toMatchObject({
      name: 'ExpiredTokenException',
      message: 'The security token included in the request is expired',
    });
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
  });

  it('a missing permission, told in the words of IAM', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'deny' });
    const error = await errorOf(put(client, { ...GOOD_ENTRY, EventBusName: 'orders' }));
    expect(error.name).toBe('AccessDeniedException');
    expect(error.message).toBe(
      'User: arn:aws:iam::123456789012:user/local-user is not authorized to perform: events:PutEvents on resource: arn:aws:events:eu-central-1:123456789012:event-bus/orders because no identity-based policy allows the events:PutEvents action',
    );
  });

  it('a missing permission for one bus, which a single entry for it makes the whole call lack', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'deny', resource: 'orders' });
    const error = await errorOf(put(client, GOOD_ENTRY, { ...GOOD_ENTRY, EventBusName: 'orders' }));
    expect(error.message).toContain('event-bus/orders because');
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    expect(bus.events()).toHaveLength(1);
  });

  it('a bare 413 without JSON, which the SDK cannot read', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'too-large' });
    expect(await errorOf(put(client, GOOD_ENTRY))).toMatchObject({
      name: 'SyntaxError',
      $metadata: { httpStatusCode: 413 },
    });
  });

  it('a late answer, after the wait that was asked for', async () => {
    const waits: number[] = [];
    const { bus, client } = await startBus({
      sleep: (delayMs) => {
        waits.push(delayMs);
        return Promise.resolve();
      },
    });
    bus.addFault({ kind: 'slow', ms: 250, times: 2 });
    for (let call = 0; call < 3; call++) await put(client, GOOD_ENTRY);
    expect(waits).toEqual([250, 250]);
    expect(bus.events()).toHaveLength(3);
  });

  it.each(['before', 'after'] as const)('a reset connection, %s the events are taken', async (when) => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'reset', when });
    expect((await errorOf(put(client, GOOD_ENTRY))).message).toMatch(/ECONNRESET|socket hang up/);
    expect(bus.events()).toHaveLength(when === 'after' ? 1 : 0);
  });

  it.each(['before', 'after'] as const)(
    'no answer at all, %s the events are taken, until the client gives up',
    async (when) => {
      const { bus, client } = await startBus();
      const leave = new AbortController();
      bus.addFault({ kind: 'hang', when });
      bus.subscribe(() => leave.abort());
      const call = client.send(new PutEventsCommand({ Entries: [GOOD_ENTRY] }), { abortSignal: leave.signal });
      if (when === 'before') setImmediate(() => leave.abort());
      expect((await errorOf(call)).name).toBe('AbortError');
      expect(bus.events()).toHaveLength(when === 'after' ? 1 : 0);
    },
  );

  it('a hanging call does not keep the bus from closing', async () => {
    const { bus, client } = await startBus();
    bus.addFault({ kind: 'hang', when: 'after' });
    const arrived = new Promise<void>((resolve) => void bus.subscribe(() => resolve()));
    const call = errorOf(put(client, GOOD_ENTRY));
    await arrived;
    await bus.close();
    expect((await call).message).toMatch(/ECONNRESET|socket hang up/);
  });

  it('throttling by a token bucket, of calls', async () => {
    let now = Date.now();
    const { bus, address } = await startBus({ now: () => now });
    const client = sdkClient(address);
    bus.addFault({ kind: 'throttle', rate: 2, burst: 3 });
    await put(client, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY);
    expect(await errorOf(put(client, GOOD_ENTRY))).toMatchObject({
      name: 'ThrottlingException',
      message: 'Rate exceeded',
    });
    now += 500;
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    expect((await errorOf(put(client, GOOD_ENTRY))).name).toBe('ThrottlingException');
  });

  it('throttling by a token bucket, of entries', async () => {
    const now = Date.now();
    const { bus, client } = await startBus({ now: () => now });
    bus.addFault({ kind: 'throttle', burst: 2, level: 'entry' });
    expect(await put(client, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY)).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{}, {}, { ErrorCode: 'ThrottlingException' }],
    });
  });

  it('strikes another operation when asked, and PutEvents not', async () => {
    const { bus, address, client } = await startBus();
    bus.addFault({ kind: 'http', operation: 'DescribeEventBus' });
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
    const { DescribeEventBusCommand } = await import('@aws-sdk/client-eventbridge');
    expect((await errorOf(sdkClient(address).send(new DescribeEventBusCommand({})))).name).toBe('InternalFailure');
  });

  it('does not strike a call whose signature is wrong', async () => {
    const { bus, address, client } = await startBus();
    bus.addFault({ kind: 'http' });
    await errorOf(put(sdkClient(address, { key: { accessKeyId: 'NOBODY', secretAccessKey: 'x' } }), GOOD_ENTRY));
    expect((await errorOf(put(client, GOOD_ENTRY))).name).toBe('InternalFailure');
  });

  it('can be taken away, one or all', async () => {
    const { bus, client } = await startBus();
    const id = bus.addFault({ kind: 'http', times: Number.POSITIVE_INFINITY });
    bus.addFault({ kind: 'error', times: Number.POSITIVE_INFINITY });
    expect((await errorOf(put(client, GOOD_ENTRY))).name).toBe('InternalFailure');
    bus.clearFaults(id);
    expect((await errorOf(put(client, GOOD_ENTRY))).name).toBe('AccessDeniedException');
    bus.clearFaults();
    expect(await put(client, GOOD_ENTRY)).toMatchObject({ FailedEntryCount: 0 });
  });

  it('are bounded in number', () => {
    expect.assertions(1);
    return startBus().then(({ bus }) => {
      for (let i = 0; i < 1000; i++) bus.addFault('http');
      expect(() => bus.addFault('http')).toThrow(RangeError);
    });
  });
});
