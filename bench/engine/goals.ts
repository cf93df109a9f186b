import { atMost, type GoalResult } from '../goal.ts';
import type { IdleResult } from './idle.ts';
import type { LoadResult } from './load.ts';

const MAX_CPU_MS_PER_JOB = 0.5;
const MAX_RSS_MIB = 140;
const MAX_IDLE_ADDED_MS = 3;
const MAX_FIRST_CALL_MS = 600;

export interface Results {
  readonly loads: readonly LoadResult[];
  /** After many jobs; for the memory alone. */
  readonly memory: readonly LoadResult[];
  readonly idle: readonly IdleResult[];
}

/** The aims for `ours`, each wherever it was measured. */
export function checkGoals({ loads, memory, idle }: Results): GoalResult[] {
  const own = <Result extends { readonly variant: unknown }>(all: readonly Result[]): Result[] =>
    all.filter(({ variant }) => variant === 'ours');
  return [
    ...own(loads).map(({ transport, serviceMs, cpuMsPerJob }) =>
      atMost(`CPU ms per job, ${transport}, ${serviceMs} ms`, cpuMsPerJob, MAX_CPU_MS_PER_JOB, 3),
    ),
    ...own(memory).map(({ transport, jobs, warmUpJobs, rssMiB }) =>
      atMost(`RSS MiB after ${jobs + warmUpJobs} jobs, ${transport}`, rssMiB, MAX_RSS_MIB, 0),
    ),
    ...own(idle).flatMap(({ transport, p50Ms }) => {
      const floor = idle.find((other) => other.variant === 'floor' && other.transport === transport);
      if (floor === undefined) return [];
      return [atMost(`idle p50 ms above the floor's, ${transport}`, p50Ms - floor.p50Ms, MAX_IDLE_ADDED_MS, 2)];
    }),
    ...own([...loads, ...memory]).map(({ transport, serviceMs, jobs, firstCallMs = NaN }) =>
      atMost(`start to first call ms, ${transport}, ${serviceMs} ms, ${jobs} jobs`, firstCallMs, MAX_FIRST_CALL_MS, 0),
    ),
  ];
}
