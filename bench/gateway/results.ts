import { atLeast, atMost, type GoalResult } from '../goal.ts';

import type { LoadResult } from '../engine/load.ts';

const MAX_CPU_RATIO = 1.25;
const MIN_RATE_RATIO = 0.9;
const MAX_FIRST_CALL_MS = 330;
const MAX_RSS_MIB = 110;

/** The rounds of one worker under one load as one result: the median of each figure. */
export function median(rounds: readonly LoadResult[]): LoadResult {
  const [first] = rounds;
  if (first === undefined) throw new Error('A worker without a round.');
  const of = (read: (round: LoadResult) => number): number =>
    rounds.map(read).sort((a, b) => a - b)[Math.floor(rounds.length / 2)] ?? NaN;
  return {
    ...first,
    jobsPerSecond: of(({ jobsPerSecond }) => jobsPerSecond),
    cpuMsPerJob: of(({ cpuMsPerJob }) => cpuMsPerJob),
    connections: of(({ connections }) => connections),
    callsPerJob: of(({ callsPerJob }) => callsPerJob),
    rssMiB: of(({ rssMiB }) => rssMiB),
    firstCallMs: first.firstCallMs === undefined ? undefined : of(({ firstCallMs = NaN }) => firstCallMs),
  };
}

/** The aims for `ours`, beside the thirty lines under the same load. */
export function checkGoals(loads: readonly LoadResult[]): GoalResult[] {
  return loads.flatMap((own) => {
    if (own.variant !== 'ours') return [];
    const mark = loads.find(({ variant, serviceMs }) => variant === 'thirty-lines' && serviceMs === own.serviceMs);
    if (mark === undefined) return [];
    const at = `${own.serviceMs} ms`;
    return [
      atMost(`CPU of the thirty lines', ${at}`, own.cpuMsPerJob / mark.cpuMsPerJob, MAX_CPU_RATIO, 2),
      atLeast(`jobs a second of the thirty lines', ${at}`, own.jobsPerSecond / mark.jobsPerSecond, MIN_RATE_RATIO, 2),
      atMost(`start to first call ms, ${at}`, own.firstCallMs ?? NaN, MAX_FIRST_CALL_MS, 0),
      atMost(`RSS MiB, ${at}`, own.rssMiB, MAX_RSS_MIB, 0),
    ];
  });
}
