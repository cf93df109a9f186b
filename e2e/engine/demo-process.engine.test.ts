import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IN_MEMORY_NAME } from '@eventbridge-kit/testkit/engine/in-memory';

const DEMO = fileURLToPath(new URL('../../demo/bin/demo.js', import.meta.url));

/** The demo as a user starts it. */
interface RunningDemo {
  readonly child: ChildProcess;
  readonly page: number;
  readonly gateway: number;
}

let running: ChildProcess | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
  running = undefined;
});

/** Resolves once it has printed its page and its engine. */
async function start(): Promise<RunningDemo> {
  // an engine of its own is wanted
  const env = { ...process.env, ZEEBE_GRPC_ADDRESS: '', CAMUNDA_GRPC_ADDRESS: '' };
  const child = spawn(process.execPath, [DEMO, '--engine', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  const printed: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    printed.push(line);
    const gateway = /Processes run on the .* at grpc:\/\/127\.0\.0\.1:(\d+)\./.exec(line)?.[1];
    if (gateway === undefined) continue;
    const page = printed
      .map((one) => /^http:\/\/127\.0\.0\.1:(\d+)\/$/.exec(one)?.[1])
      .find((port) => port !== undefined);
    return { child, page: Number(page), gateway: Number(gateway) };
  }
  throw new Error(`the demo ended before it was there: ${printed.join('\n')}`);
}

/** Whether somebody serves a port of this machine. */
function isServed(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

describe(IN_MEMORY_NAME, () => {
  it('is gone, with page and worker, when Ctrl-C ends the demo', async () => {
    const { child, page, gateway } = await start();
    expect([await isServed(page), await isServed(gateway)]).toEqual([true, true]);
    const exit = once(child, 'exit');
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
    expect([await isServed(page), await isServed(gateway)]).toEqual([false, false]);
  });

  it('is gone when the demo is killed and can end nothing itself', async () => {
    const { child, gateway } = await start();
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
    await vi.waitFor(async () => expect(await isServed(gateway)).toBe(false), { timeout: 300_000 });
  });
});
