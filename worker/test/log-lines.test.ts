import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../src/cli/logger.ts';
import { sleep } from '../src/runtime/clock.ts';
import { unavailable } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import { accept, answer, type Reply } from '@eventbridge-kit/testkit/fake-sender';
import { makeJob } from '@eventbridge-kit/testkit/jobs';
import { createScene } from './scene.ts';

type Line = Readonly<Record<string, unknown>>;

/** What differs from run to run. */
const OF_THE_RUN = new Set(['time', 'pid', 'hostname']);

function fixed(line: Line): Line {
  return Object.fromEntries(Object.entries(line).filter(([key]) => !OF_THE_RUN.has(key)));
}

/** What a worker prints of a completed job, a failed one, a BPMN error, and a gateway that goes and comes back. */
async function printed(): Promise<Line[]> {
  const texts: string[] = [];
  const log = await createLogger({ logLevel: 'debug', logFormat: 'json' }, false, {
    write: (text) => texts.push(text),
  });
  const { worker, camunda, sender, clock } = createScene({ log, maxActiveJobs: 1 }, 'grpc://camunda:26500');
  const throttled: Reply = () =>
    Promise.resolve(answer({ errorCode: 'ThrottlingException', errorMessage: 'Rate exceeded.' }));
  const replies = [accept, throttled, accept, throttled];
  sender.reply = () => async (options) => {
    await sleep(clock, 23, options.signal);
    return (replies.shift() ?? accept)(options);
  };
  worker.start();
  await clock.settle();
  const job = (key: string, headers: Record<string, string>): void => {
    camunda.addJobs(makeJob(key, { headers }));
  };
  job('225179981368524', {});
  await clock.advance(1_000);
  job('225179981368561', { retryBackoff: 'PT30S' });
  await clock.advance(1_000);
  job('225179981368599', { errorExpression: '=bpmnError("THROTTLED", "EventBridge is busy")' });
  await clock.advance(1_000);
  camunda.faultFor = (operation) =>
    operation === 'probe' || operation === 'activate' ? { error: unavailable(), applied: false } : undefined;
  await clock.advance(40_000);
  camunda.faultFor = () => undefined;
  await clock.advance(20_000);
  await clock.until(worker.stop());
  return texts.map((text) => JSON.parse(text) as Line);
}

describe('the log lines on the page on operations', () => {
  const page = readFileSync(new URL('../../docs/operations.md', import.meta.url), 'utf8');
  const samples = (/\n```json\n([\s\S]*?)```/.exec(page)?.[1] ?? '{}')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as Line);

  it('are what the worker prints, each key in its place', async () => {
    const real = await printed();
    const texts = real.map((line) => JSON.stringify(fixed(line)));
    for (const sample of samples) expect(texts).toContain(JSON.stringify(fixed(sample)));
    for (const line of [...samples, ...real]) expect(Object.keys(line).slice(0, 4)).toEqual(['level', ...OF_THE_RUN]);
  });

  it('show each level, by the numbers that the page gives', () => {
    const [, ...numbers] =
      /`level` is pino's number: (\d+) debug, (\d+) info,\s(\d+) warn, (\d+) error/.exec(page) ?? [];
    expect([...new Set(samples.map(({ level }) => level))].sort()).toEqual(numbers.map(Number));
  });
});
