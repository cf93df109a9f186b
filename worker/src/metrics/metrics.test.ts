import type { Outcome } from '@eventbridge-kit/connector';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { makeJob } from '@eventbridge-kit/testkit/jobs';
import { CallFailure } from '../batch/index.ts';
import type { JobReport } from '../loop/job-report.ts';
import { createMetrics, type Metrics, type MetricsSource } from './metrics.ts';

const TYPE = 'eventbridge-kit:send-event:1';
const IDLE: MetricsSource = {
  ready: true,
  activeJobs: 0,
  waitingEvents: { entries: 0, bytes: 0 },
  intake: [{ jobType: TYPE, jobs: { stream: 0, poll: 0 }, isStreamOpen: false }],
};

function create(processMetrics = false): Metrics {
  return createMetrics({ version: '1.2.3', jobTypes: [TYPE], processMetrics });
}

/** The value of a series as the text has it; undefined where there is none. */
async function valueOf(metrics: Metrics, series: string, source = IDLE): Promise<number | undefined> {
  const text = await metrics.text(source);
  const line = text.split('\n').find((one) => one.startsWith(`camunda_eventbridge_${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

function fail(retries: number): Outcome {
  return {
    type: 'fail',
    message: 'AKIAEXAMPLE000000001 is refused',
    retries,
    retryBackoffMs: 0,
    variables: {},
  };
}

function report(changes: Partial<JobReport>): JobReport {
  return {
    job: makeJob('1'),
    settlement: 'accepted',
    durationMs: 40,
    ...changes,
  };
}

const RESULTS: readonly [string, Partial<JobReport>][] = [
  ['completed', { outcome: { type: 'complete', variables: {} } }],
  ['failed', { outcome: fail(2) }],
  ['incident', { outcome: fail(0) }],
  ['bpmn_error', { outcome: { type: 'bpmnError', code: 'BUSY', message: 'no', variables: {} } }],
  ['gone', { settlement: 'gone' }],
  ['refused', { settlement: 'refused', outcome: fail(0) }],
  ['expired', { settlement: 'expired', outcome: fail(2) }],
];

describe('the metrics', () => {
  it.each(RESULTS)('count a job as %s', async (result, changes) => {
    const metrics = create();
    metrics.onJobEnd(report(changes));
    metrics.onJobEnd(report(changes));
    expect(await valueOf(metrics, `jobs_total{job_type="${TYPE}",result="${result}"}`)).toBe(2);
    expect(await valueOf(metrics, `job_duration_seconds_sum{job_type="${TYPE}"}`)).toBeCloseTo(0.08);
  });

  it('tell how many events share a call, how long it takes and how it ends', async () => {
    const { awsObserver, ...metrics } = create();
    awsObserver.onCall({ entries: 10, bytes: 2_000, durationMs: 20, failure: undefined });
    awsObserver.onCall({ entries: 1, bytes: 100, durationMs: 30, failure: new CallFailure('throttled', undefined) });
    const all = { awsObserver, ...metrics };
    expect(await valueOf(all, 'put_events_call_entries_sum')).toBe(11);
    expect(await valueOf(all, 'put_events_call_entries_bucket{le="1"}')).toBe(1);
    expect(await valueOf(all, 'put_events_bytes_total')).toBe(2_100);
    expect(await valueOf(all, 'put_events_call_duration_seconds_sum{result="answered"}')).toBe(0.02);
    expect(await valueOf(all, 'put_events_call_duration_seconds_count{result="throttled"}')).toBe(1);
  });

  it('count the events that are sent again', async () => {
    const metrics = create();
    metrics.awsObserver.onRetry('throttled', 7);
    expect(await valueOf(metrics, 'put_events_retries_total{reason="throttled"}')).toBe(7);
  });

  it('tell what is so now', async () => {
    const metrics = create();
    expect(await valueOf(metrics, 'gateway_connected', { ...IDLE, ready: false })).toBe(0);
    expect(await valueOf(metrics, 'jobs_active', { ...IDLE, activeJobs: 3 })).toBe(3);
    const full = { ...IDLE, waitingEvents: { entries: 12, bytes: 3_000 } };
    expect(await valueOf(metrics, 'events_waiting', full)).toBe(12);
    expect(await valueOf(metrics, 'events_waiting_bytes', full)).toBe(3_000);
    expect(await valueOf(metrics, 'gateway_connected')).toBe(1);
    expect(await valueOf(metrics, 'info{version="1.2.3"}')).toBe(1);
  });

  it('tell whether jobs are pushed or polled for', async () => {
    const metrics = create();
    const source = { ...IDLE, intake: [{ jobType: TYPE, jobs: { stream: 7, poll: 2 }, isStreamOpen: true }] };
    await metrics.text(source);
    // Asked twice, it counts no job twice.
    expect(await valueOf(metrics, `jobs_activated_total{job_type="${TYPE}",by="stream"}`, source)).toBe(7);
    expect(await valueOf(metrics, `jobs_activated_total{job_type="${TYPE}",by="poll"}`, source)).toBe(2);
    expect(await valueOf(metrics, 'job_streams_open', source)).toBe(1);
    expect(await valueOf(metrics, `jobs_activated_total{job_type="${TYPE}",by="stream"}`)).toBe(0);
    expect(await valueOf(metrics, 'job_streams_open')).toBe(0);
  });

  it.each(['job_duration_seconds', 'put_events_call_duration_seconds'])(
    'tell 5 ms from 10 and 20 ms from 50 in %s, with what the way there takes',
    async (name) => {
      /** The first bucket that a duration falls into. */
      const bucketOf = async (durationMs: number): Promise<string | undefined> => {
        const metrics = create();
        metrics.onJobEnd(report({ durationMs }));
        metrics.awsObserver.onCall({ entries: 1, bytes: 1, durationMs, failure: undefined });
        const bucket = new RegExp(String.raw`_${name}_bucket\{.*?le="([^"]+)".*\} 1$`, 'm');
        return bucket.exec(await metrics.text(IDLE))?.[1];
      };
      const buckets = await Promise.all([5, 10, 20, 50].flatMap((ms) => [bucketOf(ms), bucketOf(ms * 1.2)]));
      const [five, slowFive, ten, slowTen, twenty, slowTwenty, fifty, slowFifty] = buckets;
      expect(new Set([five, ten, twenty, fifty]).size).toBe(4);
      expect(slowFive).not.toBe(slowTen);
      expect(slowTwenty).not.toBe(slowFifty);
    },
  );

  it('hold nothing of a job but its type and how it ended', async () => {
    const metrics = create();
    for (const [, changes] of RESULTS) metrics.onJobEnd(report({ ...changes, job: makeJob('4503599627370497') }));
    metrics.awsObserver.onCall({
      entries: 1,
      bytes: 1,
      durationMs: 1,
      failure: new CallFailure('refused', new Error('AKIAEXAMPLE000000001')),
    });
    const text = await metrics.text(IDLE);
    for (const hidden of ['AKIA', 'BUSY', '4503599627370497', 'order', '<default>']) expect(text).not.toContain(hidden);
    const labels = new Set([...text.matchAll(/[{,]([a-z_]+)="/g)].map(([, name]) => name));
    expect(labels).toEqual(new Set(['version', 'job_type', 'by', 'result', 'le']));
  });

  it('grow no further, whatever jobs come: an unknown type is "other"', async () => {
    const metrics = create();
    for (let at = 0; at < 50; at++) metrics.onJobEnd(report({ job: makeJob('1', { type: `type-${at}` }) }));
    expect(await metrics.text(IDLE)).not.toContain('type-');
    expect(await valueOf(metrics, 'jobs_total{job_type="other",result="gone"}')).toBe(50);
  });
});

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

describe('the dashboard', () => {
  const file = new URL('../../deploy/grafana/dashboard.json', import.meta.url);
  const { panels } = JSON.parse(readFileSync(file, 'utf8')) as { readonly panels: readonly Panel[] };
  const used = new Set(
    panels.flatMap(({ targets = [] }) =>
      targets.flatMap(({ expr }) => expr.match(/\b(?:camunda_eventbridge|process|nodejs)_[a-z0-9_]+/g) ?? []),
    ),
  );
  const base = (name: string): string => name.replace(/_(?:bucket|sum|count)$/, '');

  /** Names and types as the worker's own page declares them. */
  const declared = async (processMetrics: boolean): Promise<Map<string, string>> => {
    const text = await create(processMetrics).text(IDLE);
    return new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]));
  };

  it('uses metrics that exist, histograms by their parts', async () => {
    const types = await declared(true);
    const known = [...used].filter((name) =>
      name === base(name) ? types.has(name) && types.get(name) !== 'histogram' : types.get(base(name)) === 'histogram',
    );
    expect(known).toEqual([...used]);
  });

  it('shows every metric of the worker', async () => {
    const shown = new Set([...used].map(base));
    expect([...(await declared(false)).keys()].filter((name) => !shown.has(name))).toEqual([]);
  });

  it('has a title for each panel', () => {
    expect(panels.filter(({ title }) => title.trim() === '')).toEqual([]);
    expect(panels.length).toBeGreaterThan(5);
  });
});
