import type { Measurement } from './measure.ts';

/** One thing the worker's way of sending aims at, and what was measured. */
export interface GoalResult {
  readonly goal: string;
  readonly bound: string;
  readonly measured: string;
  readonly met: boolean;
}

/** The aims for `batched`, each checked in every load it speaks of. */
export function checkGoals(all: readonly Measurement[]): GoalResult[] {
  const loads = all.filter(({ variant }) => variant === 'batched');
  return loads.flatMap((own) => {
    const beside = (variant: Measurement['variant']): Measurement | undefined =>
      all.find((other) => other.variant === variant && sameLoad(own, other));
    const floor = beside('floor');
    const single = beside('shared-client');
    const at = `${own.serviceMs} ms, ${own.inFlight} in flight`;
    const saturated = own.inFlight >= 50;
    const part = PARTS_OF_FLOOR.find(({ inFlight }) => inFlight === own.inFlight)?.part;
    return [
      ...(floor === undefined ? [] : [atMost(`CPU of the floor's, ${at}`, own.cpuUsPerEvent / floor.cpuUsPerEvent, 2)]),
      ...(floor === undefined || part === undefined || own.serviceMs < 20
        ? []
        : [atLeast(`throughput of the floor's, ${at}`, own.eventsPerSecond / floor.eventsPerSecond, part)]),
      ...(saturated ? [atMost(`calls per event, ${at}`, own.callsPerEvent, 0.11)] : []),
      ...(single === undefined || own.inFlight !== 1
        ? []
        : [atMost(`ms added to a single event, ${at}`, own.p50Ms - single.p50Ms, 0.2)]),
    ];
  });
}

/** Parts of the floor's throughput from 20 ms service time up. */
const PARTS_OF_FLOOR = [
  { inFlight: 50, part: 0.9 },
  { inFlight: 500, part: 0.85 },
];

function sameLoad(a: Measurement, b: Measurement): boolean {
  return a.serviceMs === b.serviceMs && a.inFlight === b.inFlight;
}

function atMost(goal: string, value: number, bound: number): GoalResult {
  return { goal, bound: `<= ${bound}`, measured: value.toFixed(3), met: value <= bound };
}

function atLeast(goal: string, value: number, bound: number): GoalResult {
  return { goal, bound: `>= ${bound}`, measured: value.toFixed(3), met: value >= bound };
}
