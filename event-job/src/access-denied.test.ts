import { describe, expect, it } from 'vitest';
import { accessRemedy, type SendTarget } from './access-denied.ts';

const BUS = 'arn:aws:events:eu-central-1:123456789012:event-bus/orders';
const ROLE = 'arn:aws:iam::123456789012:role/event-sender';
const target: SendTarget = { eventBusName: 'orders', identity: { region: 'eu-central-1', role: { arn: ROLE } } };
function sentence(action: string, resource: string, why = ''): string {
  return `User: arn:aws:iam::123456789012:user/camunda is not authorized to perform: ${action} on resource: ${resource}${why}`;
}

describe('what to do when access is denied', () => {
  it.each([
    ['', BUS],
    [' because no identity-based policy allows the events:PutEvents action', BUS],
    ['.', BUS],
  ])('names the action and the resource of the own message%s', (why, resource) => {
    const text = accessRemedy('AccessDeniedException', sentence('events:PutEvents', resource, why), target);
    expect(text).toBe(`Allow the action events:PutEvents on ${resource} for these credentials.`);
  });

  it('speaks of the trust policy where a role cannot be assumed', () => {
    const text = accessRemedy('AccessDenied', sentence('sts:AssumeRole', ROLE), target);
    expect(text).toContain(`sts:AssumeRole on ${ROLE}`);
    expect(text).toContain('external id');
  });

  it('sends nobody to allow what a policy denies outright', () => {
    const why = ' with an explicit deny in a service control policy';
    const text = accessRemedy('AccessDeniedException', sentence('events:PutEvents', BUS, why), target);
    expect(text).toContain(`denies the action events:PutEvents on ${BUS}`);
    expect(text).not.toContain('Allow');
  });

  it.each([
    ['', 'Allow it for these credentials.'],
    [
      ' with an explicit deny in a service control policy',
      'A policy denies it outright, which no other policy can allow',
    ],
  ])('does not name again what the message before it names%s', (why, text) => {
    const message = sentence('events:PutEvents', BUS, why);
    expect(accessRemedy('AccessDeniedException', message, target, { besideMessage: true })).toContain(text);
  });

  it.each([
    ['AccessDeniedException', 'orders', 'events:PutEvents on the event bus "orders" in eu-central-1'],
    ['AccessDeniedException', BUS, `events:PutEvents on ${BUS}`],
    ['AccessDenied', 'orders', `sts:AssumeRole on the role ${ROLE}`],
  ])('names what the event needs where the message of %s says nothing, for the bus %s', (name, eventBusName, text) => {
    expect(accessRemedy(name, 'Denied.', { ...target, eventBusName })).toContain(text);
  });
});
