import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { RIGHT_VARIABLES, SECRETS } from '@eventbridge-kit/testkit/jobs';

const BIN = fileURLToPath(new URL('../bin/cli.js', import.meta.url));

const JOB = {
  key: '4503599627370497',
  type: 'eventbridge-kit:send-event:1',
  processInstanceKey: '4503599627370490',
  bpmnProcessId: 'order-to-event',
  elementId: 'send-order',
  elementInstanceKey: '4503599627370498',
  customHeaders: '{}',
  retries: 3,
  variables: JSON.stringify(RIGHT_VARIABLES),
  tenantId: '<default>',
};

const ACCEPTED = JSON.stringify({ FailedEntryCount: 0, Entries: [{ EventId: 'event-1' }] });

/** The program as users start it, in the middle of a job whose call has no answer. */
interface Run {
  readonly child: ChildProcess;
  readonly exit: Promise<number | null>;
  /** Resolves when the log has a line with this text. */
  readonly said: (text: string) => Promise<void>;
  readonly lines: () => Record<string, unknown>[];
  readonly answer: () => void;
}

let gateway = new FakeGateway();
const waiting: ServerResponse[] = [];
let called: () => void = () => undefined;
const endpoint = createServer((request, response) => {
  request.resume();
  waiting.push(response);
  called();
});

beforeEach(async () => {
  gateway = new FakeGateway();
  gateway.answers.set('Topology', { message: { gatewayVersion: '8.8.0' } });
  gateway.answers.set('StreamActivatedJobs', { never: true });
  gateway.answers.set('ActivateJobs', { messages: [{ jobs: [JOB] }] });
  await gateway.start();
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
});

let running: ChildProcess | undefined;
afterEach(async () => {
  running?.kill('SIGKILL');
  gateway.stop();
  endpoint.closeAllConnections();
  await new Promise((resolve) => endpoint.close(resolve));
  waiting.length = 0;
});

async function startInACall(...args: string[]): Promise<Run> {
  const underWay = new Promise<void>((resolve) => (called = resolve));
  const { port } = endpoint.address() as AddressInfo;
  // One job at a time: the gateway would hand out its only job again.
  const flags = ['--grpc-address', `grpc://${gateway.address}`, '--max-active-jobs', '1', ...args];
  const child = spawn(process.execPath, [BIN, ...flags, '--aws-endpoint', `http://127.0.0.1:${port}`], {
    env: {
      PATH: process.env['PATH'],
      SECRET_AWS_ACCESS_KEY: SECRETS.AWS_ACCESS_KEY,
      SECRET_AWS_SECRET_KEY: SECRETS.AWS_SECRET_KEY,
      CAMUNDA_EVENTBRIDGE_LOG_LEVEL: 'debug',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running = child;
  let text = '';
  const looks = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    for (const look of looks) look();
  });
  const exit = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  await underWay;
  return {
    child,
    exit,
    said: (wanted) =>
      new Promise((resolve) => {
        const look = (): void => (text.includes(wanted) ? resolve() : undefined);
        looks.add(look);
        look();
      }),
    lines: () =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    answer: () => {
      for (const response of waiting) {
        response.writeHead(200, { 'Content-Type': 'application/x-amz-json-1.1' });
        response.end(ACCEPTED);
      }
    },
  };
}

function commands(method: string): Record<string, unknown>[] {
  return gateway.calls.filter((call) => call.method === method).map(({ request }) => request);
}

describe('the program, told to end while a call is under way', () => {
  it('completes the job and ends with 0', async () => {
    const run = await startInACall();
    run.child.kill('SIGTERM');
    await run.said('Ending on SIGTERM');
    run.answer();
    expect(await run.exit).toBe(0);
    expect(commands('CompleteJob')).toMatchObject([{ jobKey: JOB.key }]);
    expect(commands('FailJob')).toEqual([]);
    const ofJob = run.lines().filter(({ jobKey }) => jobKey === JOB.key);
    expect(ofJob).toMatchObject([{ processId: 'order-to-event', elementId: 'send-order', msg: 'Job completed' }]);
  });

  it('gives the job back with its retries when the drain timeout is over, and ends with 0', async () => {
    const run = await startInACall('--drain-timeout-ms', '0');
    run.child.kill('SIGTERM');
    expect(await run.exit).toBe(0);
    expect(commands('FailJob')).toMatchObject([{ jobKey: JOB.key, retries: JOB.retries }]);
    expect(commands('CompleteJob')).toEqual([]);
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends at once on a second %s, with %i', async (signal, code) => {
    const run = await startInACall();
    run.child.kill(signal);
    await run.said(`Ending on ${signal}`);
    run.child.kill(signal);
    expect(await run.exit).toBe(code);
    expect(commands('CompleteJob')).toEqual([]);
  });
});
