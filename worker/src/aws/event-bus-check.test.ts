import { describe, expect, it } from 'vitest';
import { captureLog, type LogLine } from '@eventbridge-kit/testkit/capture-log';
import { createEventBusCheck, type EventBusCheck } from './event-bus-check.ts';
import type { SendIdentity } from '@eventbridge-kit/event-job';

const identity: SendIdentity = { region: 'eu-central-1', credentials: { type: 'defaultChain' } };

function named(name: string, message = 'No.'): Error {
  return Object.assign(new Error(message), { name });
}

interface Scene {
  readonly check: EventBusCheck;
  /** Buses that were asked for, in turn. */
  readonly asked: string[];
  readonly lines: LogLine[];
  nowMs: number;
  /** What the next look-ups meet. */
  error: Error | undefined;
}

function createScene(error?: Error): Scene {
  const { log, lines } = captureLog();
  const asked: string[] = [];
  const scene: Scene = {
    asked,
    lines,
    nowMs: 0,
    error,
    check: createEventBusCheck({
      log,
      nowMs: () => scene.nowMs,
      describe: (_, name) => {
        asked.push(name);
        return scene.error === undefined ? Promise.resolve() : Promise.reject(scene.error);
      },
    }),
  };
  return scene;
}

describe('the look-up of an event bus', () => {
  it('that fails keeps the secrets of the job out of the log', async () => {
    const { check, lines } = createScene(named('AccessDeniedException'));
    await check.stateOf(identity, 'bus-of-a-secret', (text) => text.replaceAll('a-secret', '***'));
    expect(lines).toHaveLength(1);
    expect(JSON.stringify(lines)).not.toContain('a-secret');
    expect(JSON.stringify(lines)).toContain('bus-of-***');
  });

  it('is made once for all events that come within five minutes', async () => {
    const scene = createScene();
    await Promise.all([scene.check.stateOf(identity, 'orders'), scene.check.stateOf(identity, 'orders')]);
    scene.nowMs = 299_999;
    expect(await scene.check.stateOf({ ...identity }, 'orders')).toBe('exists');
    expect(scene.asked).toEqual(['orders']);
    scene.nowMs = 300_000;
    await scene.check.stateOf(identity, 'orders');
    expect(scene.asked).toEqual(['orders', 'orders']);
  });

  it('is made for each bus, region and identity', async () => {
    const { check, asked } = createScene();
    await check.stateOf(identity, 'orders');
    await check.stateOf(identity, 'default');
    await check.stateOf({ ...identity, region: 'eu-west-1' }, 'orders');
    await check.stateOf({ ...identity, role: { arn: 'arn:aws:iam::123456789012:role/a' } }, 'orders');
    expect(asked).toEqual(['orders', 'default', 'orders', 'orders']);
  });

  it('finds a bus that is made later within a quarter of a minute', async () => {
    const scene = createScene(named('ResourceNotFoundException'));
    expect(await scene.check.stateOf(identity, 'orders')).toBe('missing');
    scene.error = undefined;
    scene.nowMs = 15_000;
    expect(await scene.check.stateOf(identity, 'orders')).toBe('exists');
  });

  it('that is not allowed leaves the bus unknown, and is told once, with what to allow', async () => {
    const denied = named(
      'AccessDeniedException',
      'User: arn:aws:iam::123456789012:user/a is not authorized to perform: events:DescribeEventBus on resource: arn:aws:events:eu-central-1:123456789012:event-bus/orders',
    );
    const scene = createScene(denied);
    for (const nowMs of [0, 400_000, 800_000]) {
      scene.nowMs = nowMs;
      expect(await scene.check.stateOf(identity, 'orders')).toBe('unknown');
    }
    expect(scene.asked).toHaveLength(3);
    expect(scene.lines).toMatchObject([{ level: 'warn', fields: { eventBusName: 'orders' } }]);
    expect(scene.lines[0]?.message).toContain(
      'events:DescribeEventBus on arn:aws:events:eu-central-1:123456789012:event-bus/orders',
    );
  });

  it('that nobody answers leaves the bus unknown', async () => {
    const { check, lines } = createScene(named('TimeoutError'));
    expect(await check.stateOf(identity, 'orders')).toBe('unknown');
    expect(lines).toHaveLength(1);
  });
});
