import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { ServiceState } from '../contract.ts';
import { Supervisor, type ServiceThread, type ThreadData } from './supervisor.ts';

class FakeThread extends EventEmitter implements ServiceThread {
  isTerminated = false;

  terminate(): Promise<void> {
    this.isTerminated = true;
    return Promise.resolve();
  }
}

function start(): { threads: FakeThread[]; tokens: string[]; states: ServiceState[]; supervisor: Supervisor } {
  const threads: FakeThread[] = [];
  const tokens: string[] = [];
  const states: ServiceState[] = [];
  const supervisor = new Supervisor({
    startThread({ token }: ThreadData) {
      const thread = new FakeThread();
      threads.push(thread);
      tokens.push(token);
      return thread;
    },
    onState: (state) => states.push(state),
  });
  supervisor.start();
  return { threads, tokens, states, supervisor };
}

it('starts one thread, and tells where it listens', () => {
  const { threads, tokens, supervisor } = start();
  supervisor.start();
  threads[0]?.emit('message', { url: 'http://127.0.0.1:1' });
  expect(threads).toHaveLength(1);
  expect(supervisor.state).toEqual({ status: 'running', url: 'http://127.0.0.1:1', token: tokens[0] });
  expect(tokens[0]).toMatch(/^[\w-]{32}$/);
});

it('starts one that died again, with another token, and gives up on one that keeps dying', () => {
  const { threads, tokens, states, supervisor } = start();
  for (let death = 0; death < 10; death++) {
    threads.at(-1)?.emit('error', new Error('out of memory'));
    threads.at(-1)?.emit('exit', 1);
  }
  expect(threads).toHaveLength(4);
  expect(new Set(tokens).size).toBe(4);
  expect(supervisor.state).toEqual({ status: 'stopped', reason: 'out of memory' });
  expect(states.map(({ status }) => status)).toEqual(['starting', 'starting', 'starting', 'starting', 'stopped']);
});

it('starts again when the user asks, and never after Modeler has quit', async () => {
  const { threads, supervisor } = start();
  await supervisor.restart();
  expect(threads[0]?.isTerminated).toBe(true);
  expect(threads).toHaveLength(2);
  await supervisor.stop();
  threads[1]?.emit('exit', 0);
  supervisor.start();
  expect(threads[1]?.isTerminated).toBe(true);
  expect(threads).toHaveLength(2);
});

it('tells why a thread cannot be started at all', () => {
  const states: ServiceState[] = [];
  new Supervisor({
    startThread() {
      throw new Error('service.js is missing');
    },
    onState: (state) => states.push(state),
  }).start();
  expect(states.at(-1)).toEqual({ status: 'stopped', reason: 'service.js is missing' });
});
