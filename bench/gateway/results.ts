import { atLeast, atMost, type GoalResult } from '../goal.ts';
import { quantile } from '../quantile.ts';
import type { LoadResult } from '../engine/load.ts';
import type { VariantName } from '../engine/variants.ts';

const MAX_CPU_RATIO = 1.25;
const MIN_RATE_RATIO = 0.9;
const MAX_FIRST_CALL_MS = 330;
const MAX_RSS_MIB = 110;

/** Rounds of each worker under one load; those of the same number ran one after the other. */
export type Rounds = ReadonlyMap<VariantName, readonly LoadResult[]>;

/** The rounds of one worker under one load as one result: the median of each figure. */
export function medianOf(rounds: readonly LoadResult[]): LoadResult {
  const [first] = rounds;
  if (first === undefined) throw new Error('A worker without a round.');
  const of = (read: (round: LoadResult) => number): number => quantile(rounds.map(read), 0.5);
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

/**
 * The aims for `ours`, beside the thirty lines under the same load. Parts are taken round by round, since a machine that
 * is shared may be half as fast a minute later.
 */
export function checkGoals(rounds: Rounds): GoalResult[] {
  const [ours = [], marks = []] = [rounds.get('ours'), rounds.get('thirty-lines')];
  const own = medianOf(ours);
  const part = (read: (round: LoadResult) => number): number =>
    quantile(
      ours.flatMap((round, at) => (marks[at] === undefined ? [] : [read(round) / read(marks[at])])),
      0.5,
    );
  const at = `${own.serviceMs} ms`;
  return [
    atMost(
      `CPU of the thirty lines', ${at}`,
      part(({ cpuMsPerJob }) => cpuMsPerJob),
      MAX_CPU_RATIO,
      2,
    ),
    atLeast(
      `jobs a second of the thirty lines', ${at}`,
      part(({ jobsPerSecond }) => jobsPerSecond),
      MIN_RATE_RATIO,
      2,
    ),
    atMost(`start to first call ms, ${at}`, own.firstCallMs ?? NaN, MAX_FIRST_CALL_MS, 0),
    atMost(`RSS MiB, ${at}`, own.rssMiB, MAX_RSS_MIB, 0),
  ];
}
