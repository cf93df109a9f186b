import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import type { IdleResult } from './idle.ts';
import type { LoadResult } from './load.ts';
import type { VariantName } from './variants.ts';

/**
 * One load, all workers.
 *
 * @param mark the one that the others are told in parts of
 */
export function formatLoads(loads: readonly LoadResult[], mark: VariantName = 'ours'): string[] {
  const [first] = loads;
  if (first === undefined) return [];
  const beside = loads.find(({ variant }) => variant === mark);
  return [
    `PutEvents over ${first.transport}, ${first.serviceMs} ms service time, ${first.jobs} jobs after ${first.warmUpJobs}`,
    ...formatTable(
      ['', 'jobs/s', `of ${mark}`, 'CPU ms/job', `of ${mark}`, 'calls/job', 'connections', 'RSS MiB', 'first call ms'],
      loads.map((own) => [
        own.variant,
        own.jobsPerSecond.toFixed(0),
        ratio(own.jobsPerSecond, beside?.jobsPerSecond),
        own.cpuMsPerJob.toFixed(3),
        ratio(own.cpuMsPerJob, beside?.cpuMsPerJob),
        own.callsPerJob.toFixed(2),
        String(own.connections),
        own.rssMiB.toFixed(0),
        own.firstCallMs?.toFixed(0) ?? '-',
      ]),
    ),
    '',
  ];
}

/** An idle instance, all workers. */
export function formatIdle(idle: readonly IdleResult[], instances: number): string[] {
  const [first] = idle;
  if (first === undefined) return [];
  const floor = idle.find(({ variant }) => variant === 'floor');
  return [
    `An idle instance, PutEvents over ${first.transport} in 0 ms, ${instances} of each, in turns`,
    ...formatTable(
      ['', 'p50 ms', 'above floor', 'p95 ms'],
      idle.map((own) => [
        own.variant ?? 'engine alone',
        own.p50Ms.toFixed(2),
        floor === undefined ? '' : (own.p50Ms - floor.p50Ms).toFixed(2),
        own.p95Ms.toFixed(2),
      ]),
    ),
    '',
  ];
}

function ratio(own: number, mark: number | undefined): string {
  return mark === undefined ? '' : (own / mark).toFixed(2);
}
