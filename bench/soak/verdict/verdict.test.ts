import { describe, expect, it } from 'vitest';
import type { JobKind } from '../job-kinds.ts';
import type { BusLine, GatewayLine, WorkerLine } from '../ledger.ts';
import { formatVerdict } from './report.ts';
import { isRight, judge, type Ledgers } from './verdict.ts';

const START_MS = Date.UTC(2026, 10, 26, 10);

type Line = GatewayLine extends infer One ? (One extends GatewayLine ? Omit<One, 'atMs' | 'job'> : never) : never;

/** The gateway's lines of one job, a second apart. */
function gateway(job: string, ...lines: Line[]): GatewayLine[] {
  return lines.map((line, index) => ({ atMs: START_MS + index * 1000, job, ...line }));
}

function created(kind: JobKind = 'plain'): Line {
  return { what: 'created', kind };
}
function activated(activation = 1, worker = 'worker-1'): Line {
  return {
    what: 'activated',
    activation,
    worker,
    via: 'stream',
  };
}
function complete(activation = 1): Line {
  return { what: 'took', command: 'complete', activation, answer: 'given' };
}
function fail(retries: number, message: string, activation = 1): Line {
  return {
    what: 'took',
    command: 'fail',
    activation,
    answer: 'given',
    retries,
    message,
  };
}
function timedOut(activation: number, early = false): Line {
  return { what: 'timedOut', activation, early };
}

function accepted(job: string, activation = 1, afterMs = 1500): BusLine {
  return {
    status: 'accepted',
    receivedAt: new Date(START_MS + afterMs).toISOString(),
    detail: { job, activation },
  };
}

const OUT_OF_TIME = "The job's time was over before the work ended.";

const none: Ledgers = { gateway: [], bus: [], workers: [] };

function wrongsOf(ledgers: Partial<Ledgers>): string[] {
  return judge({ ...none, ...ledgers })
    .wrongs.filter(({ where }) => where.length > 0)
    .map(({ what, where }) => `${what}: ${where.join(' ')}`);
}

describe('the verdict', () => {
  it('is right where each job has one outcome, and each completed one an event before it', () => {
    const verdict = judge({
      gateway: [
        ...gateway('1', created(), activated(), complete()),
        ...gateway('2', created('wrongInput'), activated(), fail(0, 'input.source: reserved')),
        ...gateway('3', created(), activated(), { what: 'cancelled' }),
        ...gateway('4', created('bpmnError'), activated(), {
          what: 'took',
          command: 'throwError',
          activation: 1,
          answer: 'given',
          code: 'EVENT_REFUSED',
        }),
      ],
      bus: [accepted('1'), { status: 'rejected', errorCode: 'MalformedDetail', receivedAt: '', detail: { job: '4' } }],
      workers: [],
    });
    expect(isRight(verdict)).toBe(true);
    expect(verdict.endings.completed.plain).toBe(1);
    expect(verdict.endings.cancelled.plain).toBe(1);
    expect(verdict.incidents).toEqual({ 'input.source': 1 });
    expect(verdict.bpmnErrors).toEqual({ EVENT_REFUSED: 1 });
    expect(formatVerdict(verdict).at(-1)).toBe('The verdict: right.');
  });

  it('finds a worker that completes without sending', () => {
    const lines = gateway('7', created(), activated(), complete());
    expect(wrongsOf({ gateway: lines })).toEqual(['falsely complete: completed without an accepted event before: 7']);
    expect(formatVerdict(judge({ ...none, gateway: lines })).at(-1)).toBe('The verdict: WRONG.');
  });

  it('finds a worker that completes first and sends afterwards', () => {
    const lines = gateway('7', created(), activated(), complete());
    expect(wrongsOf({ gateway: lines, bus: [accepted('7', 1, 5000)] })).toHaveLength(1);
  });

  it('finds a worker that completes with the event of another job, or one that was only rejected', () => {
    const lines = [
      ...gateway('7', created(), activated(), complete()),
      ...gateway('8', created(), activated(), complete()),
    ];
    const rejected: BusLine = { ...accepted('8'), status: 'rejected', errorCode: 'InternalFailure' };
    expect(wrongsOf({ gateway: lines, bus: [accepted('7'), rejected] })).toEqual([
      'falsely complete: completed without an accepted event before: 8',
    ]);
  });

  it('finds a job that was dropped', () => {
    expect(wrongsOf({ gateway: gateway('9', created(), activated()) })).toEqual(['lost: jobs without an outcome: 9']);
    expect(wrongsOf({ gateway: gateway('9', created(), activated(), fail(2, OUT_OF_TIME)) })).toHaveLength(1);
  });

  it('finds a job with two outcomes', () => {
    const lines = gateway('5', created(), activated(), complete(), complete());
    expect(wrongsOf({ gateway: lines, bus: [accepted('5')] })).toEqual(['jobs with more than one outcome: 5']);
  });

  it('finds events that should not be, and names a few', () => {
    const lines = gateway('5', created('wrongInput'), activated(), fail(0, 'input.source: no'));
    const strangers = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((job) => accepted(job));
    expect(wrongsOf({ gateway: lines, bus: [accepted('5'), ...strangers] })).toEqual([
      'events accepted that must not be sent: 5',
      'events accepted of jobs that never were: a b c d e and 2 more',
    ]);
  });

  it("finds a job that another one's poison made fail, though it completed the next time", () => {
    const denied = 'Amazon EventBridge: AccessDeniedException (HTTP 400): no right on event-bus/closed';
    const lines = gateway('7', created(), activated(), fail(2, denied), activated(2), complete(2));
    expect(wrongsOf({ gateway: lines, bus: [accepted('7')] })).toEqual([
      "jobs that failed for another one's fault: 7 (AccessDeniedException)",
    ]);
    expect(wrongsOf({ gateway: gateway('8', created('closedBus'), activated(), fail(0, denied)) })).toEqual([]);
  });

  it('finds a job that ended otherwise than its task makes it', () => {
    const lines = gateway('7', created('emptyErrorCode'), activated(), complete());
    expect(wrongsOf({ gateway: lines, bus: [accepted('7')] })).toContain(
      'jobs that ended otherwise than their task makes them: 7',
    );
  });

  it('finds a worker that did not end in order, and one that ended by itself', () => {
    const workers: WorkerLine[] = [
      { worker: 'worker-1', startedAtMs: 0, signal: 'SIGTERM', signalledAtMs: 1, endedAtMs: 2, exitCode: 1 },
      { worker: 'worker-2', startedAtMs: 0, endedAtMs: 2, exitCode: 1 },
      { worker: 'worker-3', startedAtMs: 0, signal: 'SIGKILL', signalledAtMs: 1, endedAtMs: 2, exitCode: null },
      // Still starting: no job was handed to it.
      { worker: 'worker-4', startedAtMs: 0, signal: 'SIGTERM', signalledAtMs: 1, endedAtMs: 2, exitCode: null },
    ];
    const lines = gateway('1', created(), activated(1, 'worker-1'), complete()).map((line) => ({ ...line, atMs: 1 }));
    expect(wrongsOf({ workers, gateway: lines, bus: [accepted('1', 1, -START_MS)] })).toEqual([
      'workers that did not end in order on SIGTERM: worker-1 (exit code 1)',
      'workers that ended by themselves: worker-2',
    ]);
  });
});

describe('the cause of a duplicate', () => {
  const killed: WorkerLine = {
    worker: 'worker-1',
    startedAtMs: START_MS,
    signal: 'SIGKILL',
    signalledAtMs: START_MS + 1600,
    endedAtMs: START_MS + 1700,
    exitCode: null,
  };
  const again = [activated(2, 'worker-2'), complete(2)];

  it.each<[string, Line[], BusLine[], WorkerLine[]]>([
    ['killed', [timedOut(1), ...again], [accepted('1'), accepted('1', 2, 3500)], [killed]],
    ['outcomeLate', [timedOut(1), ...again], [accepted('1'), accepted('1', 2, 3500)], []],
    ['timedOut', [timedOut(1, true), ...again], [accepted('1'), accepted('1', 2, 3500)], [killed]],
    ['failedAfter', [fail(2, OUT_OF_TIME), ...again], [accepted('1'), accepted('1', 2, 3500)], []],
    [
      'givenBack',
      [fail(3, 'The worker was stopped before the job was done. No retry was used.'), ...again],
      [accepted('1'), accepted('1', 2, 3500)],
      [],
    ],
    ['answerLost', [complete()], [accepted('1'), accepted('1', 1, 1600)], []],
    ['unexplained', [activated(2), complete(2)], [accepted('1'), accepted('1', 2, 2500)], []],
  ])('is told: %s', (cause, lines, bus, workers) => {
    const verdict = judge({ gateway: gateway('1', created(), activated(), ...lines), bus, workers });
    expect(Object.entries(verdict.duplicates).filter(([, number]) => number > 0)).toEqual([[cause, 1]]);
    expect(isRight(verdict)).toBe(cause !== 'unexplained');
  });
});
