import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unavailable, type Fault } from '@eventbridge-kit/testkit/camunda/fake-camunda';
import {
  accept,
  crash,
  failCall,
  hang,
  ignoreAll,
  rejectEntry,
  type Reply,
} from '@eventbridge-kit/testkit/fake-sender';
import { makeJob, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { createScene, type Scene } from '../../test/scene.ts';
import { CamundaError } from '../camunda/camunda-error.ts';
import type { JobReport } from './job-report.ts';

/** What may go wrong on the way to AWS and back. */
const REPLIES: Readonly<Record<string, Reply>> = {
  accept,
  hang,
  ignoreAll,
  crash,
  throttledEntry: rejectEntry('ThrottlingException'),
  deniedEntry: rejectEntry('AccessDeniedException'),
  reset: failCall('ECONNRESET'),
};

/** What may go wrong on the way to Camunda and back. */
const FAULTS: Readonly<Record<string, Fault>> = {
  none: undefined,
  lost: { error: unavailable(), applied: false },
  answerLost: { error: unavailable(), applied: true },
  busy: { error: new CamundaError('backPressure', 'RESOURCE_EXHAUSTED', 'busy'), applied: false },
  gone: { error: new CamundaError('notFound', 'NOT_FOUND', 'no such job'), applied: false },
  refused: { error: new CamundaError('rejected', 'INVALID_ARGUMENT', 'never'), applied: false },
};

const HEADERS: Readonly<Record<string, Record<string, string>>> = {
  plain: {},
  timeout: { jobTimeout: 'PT20S' },
  wrong: { jobTimeout: 'soon' },
  backoff: { retryBackoff: 'PT10S' },
};

const jobs = fc.array(
  fc.record({
    retries: fc.integer({ min: 1, max: 3 }),
    headers: fc.constantFrom(...Object.keys(HEADERS)),
    isWrong: fc.boolean(),
    replies: fc.array(fc.constantFrom(...Object.keys(REPLIES)), { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 6 },
);

const scenario = fc.record({
  jobs,
  /** Met by the calls to Camunda one after the other; then all goes well. */
  faults: fc.array(fc.constantFrom(...Object.keys(FAULTS)), { maxLength: 30 }),
  maxActiveJobs: fc.integer({ min: 1, max: 4 }),
  /** When the worker is told to end, in milliseconds. */
  stopAfterMs: fc.integer({ min: 0, max: 60_000 }),
  random: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 1, maxLength: 20 }),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

interface Played extends Scene {
  readonly reports: JobReport[];
}

/** Plays the scenario to its end. */
async function play({ jobs: specs, faults, random, ...plan }: Scenario): Promise<Played> {
  let at = 0;
  const scene = createScene({
    maxActiveJobs: plan.maxActiveJobs,
    jobTimeoutMs: 15_000,
    drainTimeoutMs: 5_000,
    random: () => random[at++ % random.length] ?? 0,
  });
  const { camunda, sender, worker, clock } = scene;
  const reports: JobReport[] = [];
  worker.onJobRun((event) => reports.push(event));
  const calls = [...faults];
  camunda.faultFor = (operation) => {
    const fault = FAULTS[calls.shift() ?? 'none'];
    // A lost answer to a request for jobs is another matter: the engine hands them out again.
    return (operation === 'activate' || operation === 'probe') && fault?.applied === true ? undefined : fault;
  };
  const replies = new Map(specs.map((spec, key) => [String(key), [...spec.replies]]));
  sender.reply = (entry) => {
    const { key } = JSON.parse(entry.Detail) as { key: string };
    return REPLIES[replies.get(key)?.shift() ?? 'accept'] ?? accept;
  };
  camunda.addJobs(
    ...specs.map(({ retries, headers, isWrong }, key) =>
      makeJob(String(key), {
        retries,
        headers: HEADERS[headers] ?? {},
        variables: isWrong
          ? variablesWith('configuration.region', 'atlantis-1')
          : variablesWith('input.detail', { key: String(key) }),
      }),
    ),
  );
  worker.start();
  await clock.advance(plan.stopAfterMs);
  await clock.until(worker.stop());
  await clock.advance(120_000);
  return { ...scene, reports };
}

function acceptedFor({ sender }: Played, jobKey: string): number {
  return sender.accepted.filter(({ Detail }) => (JSON.parse(Detail) as { key?: string }).key === jobKey).length;
}

describe('any mix of faults', () => {
  it('gives every activated job at most one accepted outcome, and one attempt at least unless it was gone', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const played = await play(given);
        const { camunda, worker } = played;
        const counted = Object.values(worker.counts).reduce((sum, count) => sum + count, 0);
        let activations = 0;
        for (const key of given.jobs.keys()) {
          const jobKey = String(key);
          activations += camunda.activationsOf(jobKey);
          for (let activation = 1; activation <= camunda.activationsOf(jobKey); activation += 1) {
            const own = camunda.commands.filter((one) => one.jobKey === jobKey && one.activation === activation);
            const outcomes = own.filter(({ operation, accepted }) => accepted && operation !== 'extend');
            expect(outcomes.length).toBeLessThanOrEqual(1);
            expect(own.length).toBeGreaterThan(0);
          }
        }
        // Each activation ends in exactly one way.
        expect(counted).toBe(activations);
        expect(worker.activeJobs).toBe(0);
        expect(worker.state).toBe('stopped');
      }),
      { numRuns: 300 },
    );
  });

  it('completes no job without an accepted entry', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const played = await play(given);
        const completed = played.camunda.commands.filter(
          ({ operation, accepted }) => accepted && operation === 'complete',
        );
        for (const { jobKey } of completed) expect(acceptedFor(played, jobKey)).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it('sends no entry for a job that has a wrong value', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const played = await play(given);
        for (const { entry } of played.sender.sent) {
          const { key } = JSON.parse(entry.Detail) as { key: string };
          expect(given.jobs[Number(key)]?.isWrong).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leaves no job without its end once the faults are over', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const { reports, camunda } = await play({ ...given, faults: [] });
        for (const { job, settlement } of reports) {
          expect(settlement).toBe('accepted');
          expect(camunda.outcomesOf(job.key).length).toBe(camunda.activationsOf(job.key));
        }
      }),
      { numRuns: 100 },
    );
  });
});
