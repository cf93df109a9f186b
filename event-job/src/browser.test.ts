import { isBuiltin } from 'node:module';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, RIGHT_VARIABLES, SECRETS } from '@eventbridge-kit/testkit/jobs';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { build } from 'vite';
import { expect, it } from 'vitest';
import type * as EventJob from './index.ts';

/** The room as one script, and what it imports of Node. */
async function bundle(): Promise<{ readonly code: string; readonly builtins: readonly string[] }> {
  const builtins: string[] = [];
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    root: fileURLToPath(new URL('..', import.meta.url)),
    resolve: { conditions: ['eventbridge-kit', 'browser', 'import', 'module', 'default'] },
    build: { write: false, minify: false, lib: { entry: 'src/index.ts', formats: ['iife'], name: 'eventJob' } },
    plugins: [
      {
        name: 'imports-of-node',
        enforce: 'pre',
        resolveId: (id) => {
          if (isBuiltin(id)) builtins.push(id);
        },
      },
    ],
  });
  const [chunk] = Array.isArray(output) ? (output[0]?.output ?? []) : 'output' in output ? output.output : [];
  if (chunk?.type !== 'chunk') throw new Error('vite made no script');
  return { code: chunk.code, builtins };
}

it('runs a whole job where there is nothing of Node', async () => {
  const { code, builtins } = await bundle();
  expect(builtins).toEqual([]);

  // What every browser has beside the language itself: no process, no Buffer, no timers, no fetch.
  const context = createContext({ TextEncoder, TextDecoder, URL, atob, btoa, structuredClone });
  const { createJobServices, runJob } = runInContext(`${code}; eventJob`, context) as typeof EventJob;
  const sender = new FakeSender();
  const services = createJobServices({
    sender,
    secrets: { lookup: (name) => new Map(Object.entries(SECRETS)).get(name) },
    secretFields: [],
    checkPolicy: () => [],
    checks: {},
    idempotencyScope: undefined,
    world: stillWorld,
  });
  const headers = { resultExpression: '={id: entries[1].eventId, on: date and time("2026-11-28T00:00:00Z").year}' };
  const job = { type: JOB_TYPE, headers, variables: RIGHT_VARIABLES, retries: 3 };
  const { trace } = await runJob(job, services, {
    dryRun: false,
    traceValues: true,
    signal: new AbortController().signal,
    sendUntilMs: () => Infinity,
    extend: () => Promise.resolve(true),
  });

  expect(sender.sent.map(({ entry }) => entry.Detail)).toEqual(['{"orderId":7}']);
  expect(JSON.parse(JSON.stringify(trace.outcome))).toEqual({
    type: 'complete',
    variables: { id: 'event-1', on: 2026 },
  });
});
