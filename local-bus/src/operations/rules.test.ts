import {
  DeleteEventBusCommand,
  DeleteRuleCommand,
  DescribeRuleCommand,
  ListRulesCommand,
  PutRuleCommand,
  TestEventPatternCommand,
} from '@aws-sdk/client-eventbridge';
import { describe, expect, it } from 'vitest';
import { errorOf, GOOD_ENTRY, put, startBus } from '../../test/harness.ts';

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
      'Event pattern is not valid. Reason: source must be an object or an array',
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
  it('says whether an event matches', async () => {
    const { client } = await startBus();
    const test = async (event: object): Promise<unknown> =>
      (await client.send(new TestEventPatternCommand({ EventPattern: PATTERN, Event: JSON.stringify(event) }))).Result;
    expect(await test(EVENT)).toBe(true);
    expect(await test({ ...EVENT, detail: { total: 100 } })).toBe(false);
  });

  it.each([
    ['{"source":{}}', JSON.stringify(EVENT), 'InvalidEventPatternException', 'Empty objects are not allowed'],
    [PATTERN, 'no json', 'ValidationException', 'the event is not JSON'],
    [PATTERN, '[]', 'ValidationException', 'not a JSON object'],
    [
      PATTERN,
      '{"id":"1","account":"1","source":"x","time":"x","region":"x"}',
      'ValidationException',
      '"resources", "detail-type" must be present.',
    ],
  ])('refuses a wrong pattern or event: %3$s, %4$s', async (EventPattern, Event, name, message) => {
    const { client } = await startBus();
    const error = await errorOf(client.send(new TestEventPatternCommand({ EventPattern, Event })));
    expect(error.name).toBe(name);
    expect(error.message).toContain(message);
  });
});
