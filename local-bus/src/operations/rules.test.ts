import {
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListRulesCommand,
  PutRuleCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, sdkClient, startBus } from '../../test/harness.ts';

const PATTERN = '{"source":["com.example.orders"],"detail":{"total":[{"numeric":[">",100]}]}}';

const EVENT = {
  id: '1',
  account: '123456789012',
  source: 'com.example.orders',
  time: '2026-11-23T10:00:00Z',
  region: 'eu-central-1',
  resources: [],
  'detail-type': 'OrderPlaced',
  detail: { total: 150 },
};

describe('rules, asked by the AWS SDK', () => {
  it('are named in the feed by the events that match them', async () => {
    const { bus, client } = await startBus({ buses: ['orders'] });
    await client.send(new PutRuleCommand({ Name: 'large', EventBusName: 'orders', EventPattern: PATTERN }));
    await client.send(
      new PutRuleCommand({ Name: 'all', EventBusName: 'orders', EventPattern: '{"source":[{"prefix":"com."}]}' }),
    );
    await client.send(
      new PutRuleCommand({ Name: 'off', EventBusName: 'orders', EventPattern: PATTERN, State: 'DISABLED' }),
    );
    await client.send(new PutRuleCommand({ Name: 'elsewhere', EventPattern: PATTERN }));
    await put(
      client,
      { ...GOOD_ENTRY, EventBusName: 'orders', Detail: '{"total":150}' },
      { ...GOOD_ENTRY, EventBusName: 'orders', Detail: '{"total":50}' },
      { ...GOOD_ENTRY, Source: 'other' },
    );
    expect(bus.events().map(({ matchedRules }) => matchedRules)).toEqual([['all', 'large'], ['all'], []]);
  });

  it('can be put, described, listed, replaced and deleted', async () => {
    const { client } = await startBus({ buses: ['orders'] });
    const put = await client.send(
      new PutRuleCommand({ Name: 'large', EventBusName: 'orders', EventPattern: PATTERN, Description: 'Large orders' }),
    );
    expect(put.RuleArn).toBe('arn:aws:events:eu-central-1:123456789012:rule/orders/large');
    expect((await client.send(new PutRuleCommand({ Name: 'd', EventPattern: PATTERN }))).RuleArn).toBe(
      'arn:aws:events:eu-central-1:123456789012:rule/d',
    );
    const rule = {
      Name: 'large',
      Arn: put.RuleArn,
      EventPattern: PATTERN,
      State: 'ENABLED',
      EventBusName: 'orders',
      Description: 'Large orders',
    };
    expect(await client.send(new DescribeRuleCommand({ Name: 'large', EventBusName: 'orders' }))).toMatchObject(rule);
    expect((await client.send(new ListRulesCommand({ EventBusName: 'orders', NamePrefix: 'la' }))).Rules).toEqual([
      rule,
    ]);
    expect((await errorOf(client.send(new DeleteEventBusCommand({ Name: 'orders' })))).message).toContain(
      'still has rules',
    );
    await client.send(new PutRuleCommand({ Name: 'large', EventBusName: 'orders', EventPattern: '{"source":["x"]}' }));
    expect((await client.send(new ListRulesCommand({ EventBusName: 'orders' }))).Rules).toMatchObject([
      { EventPattern: '{"source":["x"]}' },
    ]);
    await client.send(new DeleteRuleCommand({ Name: 'large', EventBusName: 'orders' }));
    await client.send(new DeleteRuleCommand({ Name: 'large', EventBusName: 'orders' }));
    expect((await client.send(new ListRulesCommand({ EventBusName: 'orders' }))).Rules).toEqual([]);
    await client.send(new DeleteEventBusCommand({ Name: 'orders' }));
  });

  it.each([
    [
      'a broken pattern',
      { Name: 'a', EventPattern: '{"source":"x"}' },
      'InvalidEventPatternException',
      'Event pattern is not valid. Reason: "source" must be an object or an array',
    ],
    [
      'no pattern',
      { Name: 'a' },
      'ValidationException',
      'Parameter(s) EventPattern or ScheduleExpression must be specified.',
    ],
    ['a schedule', { Name: 'a', ScheduleExpression: 'rate(5 minutes)' }, 'ValidationException', 'no schedules'],
    [
      'an unknown bus',
      { Name: 'a', EventPattern: PATTERN, EventBusName: 'nope' },
      'ResourceNotFoundException',
      'Event bus nope does not exist.',
    ],
    [
      'a bad name',
      { Name: 'a b', EventPattern: PATTERN },
      'ValidationException',
      "at 'name' failed to satisfy constraint",
    ],
    [
      'a bad state',
      { Name: 'a', EventPattern: PATTERN, State: 'MAYBE' as 'ENABLED' },
      'ValidationException',
      'Member must satisfy enum value set',
    ],
  ])('are refused with %s', async (_, input, name, message) => {
    const { client } = await startBus();
    const error = await errorOf(client.send(new PutRuleCommand(input)));
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
  });

  it('that do not exist are said to', async () => {
    const { client } = await startBus();
    expect(await errorOf(client.send(new DescribeRuleCommand({ Name: 'x' })))).toMatchObject({
      name: 'ResourceNotFoundException',
      message: 'Rule x does not exist on EventBus default.',
    });
  });
});

describe('TestEventPattern', () => {
  it('matches numbers to the last digit, as rules do', async () => {
    const { address, bus, client } = await startBus();
    const EventPattern = '{"detail":{"n":[9007199254740993]}}';
    const answerTo = async (digits: string): Promise<unknown> => {
      const Event = JSON.stringify(EVENT).replace('150', digits).replace('total', 'n');
      return (await client.send(new TestEventPatternCommand({ EventPattern, Event }))).Result;
    };
    expect([await answerTo('9007199254740993'), await answerTo('9007199254740992')]).toEqual([true, false]);
    await client.send(new PutRuleCommand({ Name: 'exact', EventPattern }));
    const entries = ['9007199254740993', '9007199254740992'].map((n) => ({ ...GOOD_ENTRY, Detail: `{"n":${n}}` }));
    await put(sdkClient(address), ...entries);
    expect(bus.events().map(({ matchedRules }) => matchedRules)).toEqual([['exact'], []]);
  });

  it('and rules take an event as deep as PutEvents takes it', async () => {
    const { bus, client } = await startBus();
    await client.send(new PutRuleCommand({ Name: 'all', EventPattern: '{"source":[{"exists":true}]}' }));
    await put(client, { ...GOOD_ENTRY, Detail: `${'{"a":'.repeat(999)}{}${'}'.repeat(999)}` });
    expect(bus.events()).toMatchObject([{ status: 'accepted', matchedRules: ['all'] }]);
  });

  it('says whether an event matches', async () => {
    const { client } = await startBus();
    const test = async (event: object): Promise<unknown> =>
      (await client.send(new TestEventPatternCommand({ EventPattern: PATTERN, Event: JSON.stringify(event) }))).Result;
    expect(await test(EVENT)).toBe(true);
    expect(await test({ ...EVENT, detail: { total: 100 } })).toBe(false);
    expect(await test({ ...EVENT, resources: undefined })).toBe(true);
  });

  it.each([
    ['{"source":{}}', JSON.stringify(EVENT), 'InvalidEventPatternException', 'Empty objects are not allowed'],
    [PATTERN, 'no json', 'ValidationException', 'The event cannot be read as JSON (line 1, column 1)'],
    [
      PATTERN,
      `{"detail":${'['.repeat(3000)}${']'.repeat(3000)}}`,
      'ValidationException',
      'found 3001 levels, where 1001 are allowed',
    ],
    [
      `${'['.repeat(2000)}${']'.repeat(2000)}`,
      JSON.stringify(EVENT),
      'InvalidEventPatternException',
      'found 2000 levels, where 1000 are allowed',
    ],
    [PATTERN, '[]', 'ValidationException', 'The event must be a JSON object: found []'],
    [
      PATTERN,
      '{"id":"1","account":"1","source":"x","time":"x"}',
      'ValidationException',
      '"region", "detail-type" must be present.',
    ],
  ])('refuses a wrong pattern or event: %3$s, %4$s', async (EventPattern, Event, name, message) => {
    const { client } = await startBus();
    const error = await errorOf(client.send(new TestEventPatternCommand({ EventPattern, Event })));
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
  });
});
