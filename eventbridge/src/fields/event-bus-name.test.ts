import { describe, expect, it } from 'vitest';
import { checkEventBusName, EVENT_BUS_NAME_PATTERN, parseEventBusArn } from './event-bus-name.ts';

function rules(value: string): string[] {
  return checkEventBusName(value).map((issue) => issue.rule);
}

describe('event bus name', () => {
  it.each([
    'default',
    'my.bus_1-x',
    'arn:aws:events:eu-central-1:123456789012:event-bus/orders',
    'arn:aws-cn:events:cn-north-1:123456789012:event-bus/default',
    'arn:aws-eusc:events:eusc-de-east-1:123456789012:event-bus/a',
    'x'.repeat(1600),
  ])('accepts %j', (value) => expect(rules(value)).toEqual([]));

  it.each([
    ['', 'event-bus-name-required'],
    [' \t', 'event-bus-name-required'],
    ['x'.repeat(1601), 'event-bus-name-too-long'],
    ['my bus', 'event-bus-name-format'],
    ['bus/1', 'event-bus-name-format'],
    ['orders\n', 'event-bus-name-format'],
    ['arn:aws:events:eu-central-1:12345:event-bus/orders', 'event-bus-name-format'],
    ['arn:aws:sqs:eu-central-1:123456789012:orders', 'event-bus-name-format'],
    ['aws.partner/shop.example/1', 'event-bus-name-format'],
    ['arn:aws:events:eu-central-1:123456789012:event-bus/aws.partner/shop.example/1', 'event-bus-name-format'],
    ['arn:aws:events:eu-central-1:123456789012:event-busv2/orders/abc123', 'event-bus-v2'],
  ])('refuses %j as %s', (value, rule) => expect(rules(value)).toEqual([rule]));

  it('says of a v2 bus that it is one, and which ARN to write', () => {
    const [issue] = checkEventBusName('arn:aws:events:eu-central-1:123456789012:event-busv2/orders/abc123');
    expect(issue?.message).toContain('EventBridge v2 bus, which is not served yet');
    expect(issue?.message).toContain(':event-bus/');
  });

  it('offers the default bus for a missing name, and the bare name for one with white space', () => {
    expect(checkEventBusName('')[0]?.fix?.value).toBe('default');
    expect(checkEventBusName(' orders ')[0]?.fix).toEqual({ title: 'Remove the white space', value: 'orders' });
  });

  it('exports its pattern as text that an element template can hold', () => {
    expect(new RegExp(EVENT_BUS_NAME_PATTERN).test('orders')).toBe(true);
    expect(new RegExp(EVENT_BUS_NAME_PATTERN).test('or ders')).toBe(false);
  });

  it('takes an ARN apart', () => {
    expect(parseEventBusArn('arn:aws:events:eu-central-1:123456789012:event-bus/orders')).toEqual({
      partition: 'aws',
      region: 'eu-central-1',
      accountId: '123456789012',
      name: 'orders',
    });
    expect(parseEventBusArn('orders')).toBeUndefined();
  });
});

describe('a partner event bus', () => {
  it.each([
    'aws.partner/shop.example/1',
    'arn:aws:events:eu-central-1:123456789012:event-bus/aws.partner/shop.example/1',
    'arn:aws-cn:events:cn-north-1::event-source/aws.partner/shop.example/1',
  ])('is told as such, by name or ARN: %s', (value) => {
    expect(checkEventBusName(value)[0]?.message).toContain('Only the partner itself can send to a partner event bus');
  });
});
