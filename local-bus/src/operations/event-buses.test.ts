import {
  CreateEventBusCommand,
  DeleteEventBusCommand,
  DescribeEventBusCommand,
  ListEventBusesCommand,
  type ListEventBusesCommandInput,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, startBus } from '../../test/harness.ts';
import { errorName, signedRequest } from '../../test/sign.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

describe('event buses, asked by the AWS SDK', () => {
  it('creates a bus, describes it, and events reach it', async () => {
    const { bus, client } = await startBus({ mode: 'strict' });
    const created = await client.send(new CreateEventBusCommand({ Name: 'orders', Description: 'All orders' }));
    expect(created.EventBusArn).toBe('arn:aws:events:eu-central-1:123456789012:event-bus/orders');
    expect(await client.send(new DescribeEventBusCommand({ Name: 'orders' }))).toMatchObject({
      Name: 'orders',
      Description: 'All orders',
      Arn: created.EventBusArn,
    });
    expect(await client.send(new DescribeEventBusCommand({ Name: created.EventBusArn }))).toMatchObject({
      Name: 'orders',
    });
    expect(await put(client, { ...GOOD_ENTRY, EventBusName: 'orders' })).toMatchObject({ FailedEntryCount: 0 });
    expect(bus.events()).toHaveLength(1);
  });

  it('describes the default bus when none is named', async () => {
    const { client } = await startBus({ now: () => Date.now(), accountId: '000011112222' });
    expect(await client.send(new DescribeEventBusCommand({}))).toMatchObject({
      Name: 'default',
      Arn: 'arn:aws:events:eu-central-1:000011112222:event-bus/default',
    });
  });

  it('says when a bus was made', async () => {
    const { address } = await startBus({ now: () => NOW });
    const reply = await signedRequest(address, {
      body: '{}',
      headers: { 'x-amz-target': 'AWSEvents.DescribeEventBus' },
      signedAt: new Date(NOW),
    });
    expect(JSON.parse(reply.body)).toMatchObject({ CreationTime: NOW / 1000, LastModifiedTime: NOW / 1000 });
  });

  it.each([
    [
      'a missing bus',
      new DescribeEventBusCommand({ Name: 'nope' }),
      'ResourceNotFoundException',
      'Event bus nope does not exist.',
    ],
    [
      'a bad name',
      new DescribeEventBusCommand({ Name: 'no pe' }),
      'ValidationException',
      'Member must satisfy regular expression pattern',
    ],
    [
      'a second bus of a name',
      new CreateEventBusCommand({ Name: 'orders' }),
      'ResourceAlreadyExistsException',
      'Event bus orders already exists.',
    ],
    [
      'a second default bus',
      new CreateEventBusCommand({ Name: 'default' }),
      'ResourceAlreadyExistsException',
      'Event bus default already exists.',
    ],
    [
      'a bus without a name',
      new CreateEventBusCommand({ Name: undefined }),
      'ValidationException',
      'Member must not be null',
    ],
    ['a partner name', new CreateEventBusCommand({ Name: 'a/b' }), 'ValidationException', "must not contain '/'"],
    [
      'the end of the default bus',
      new DeleteEventBusCommand({ Name: 'default' }),
      'ValidationException',
      'Cannot delete event bus default.',
    ],
  ])('refuses %s', async (_, command, name, message) => {
    const { client } = await startBus({ buses: ['orders'] });
    const error = await errorOf(client.send(command as DescribeEventBusCommand));
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
  });

  it('deletes a bus, and does not mind one that is not there', async () => {
    const { client } = await startBus({ buses: ['orders'] });
    await client.send(new DeleteEventBusCommand({ Name: 'orders' }));
    await client.send(new DeleteEventBusCommand({ Name: 'orders' }));
    expect((await errorOf(client.send(new DescribeEventBusCommand({ Name: 'orders' })))).name).toBe(
      'ResourceNotFoundException',
    );
  });

  it('lists buses in pages, by prefix', async () => {
    const { client } = await startBus({ buses: ['b2', 'a1', 'b1'] });
    const names = async (input: ListEventBusesCommandInput): Promise<unknown> =>
      (await client.send(new ListEventBusesCommand(input))).EventBuses?.map(({ Name }) => Name);
    expect(await names({})).toEqual(['a1', 'b1', 'b2', 'default']);
    expect(await names({ NamePrefix: 'b' })).toEqual(['b1', 'b2']);
    const first = await client.send(new ListEventBusesCommand({ Limit: 3 }));
    expect(first.EventBuses).toHaveLength(3);
    expect(await names({ Limit: 3, NextToken: first.NextToken })).toEqual(['default']);
    expect((await errorOf(names({ NextToken: 'nonsense' }))).name).toBe('ValidationException');
    expect((await errorOf(names({ Limit: 101 }))).message).toContain('less than or equal to 100');
  });

  it('holds 100 buses at most', async () => {
    const { client } = await startBus({ buses: Array.from({ length: 99 }, (_, i) => `bus-${i}`) });
    expect((await errorOf(client.send(new CreateEventBusCommand({ Name: 'one-more' })))).name).toBe(
      'LimitExceededException',
    );
  });

  it('does not know other operations', async () => {
    const { address } = await startBus();
    expect(
      errorName(await signedRequest(address, { body: '{}', headers: { 'x-amz-target': 'AWSEvents.StartReplay' } })),
    ).toBe('UnknownOperationException');
    expect(
      errorName(await signedRequest(address, { body: '{}', headers: { 'x-amz-target': 'DynamoDB_20120810.PutItem' } })),
    ).toBe('UnknownOperationException');
  });
});
