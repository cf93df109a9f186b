import { atLeast, atMost, type GoalResult } from '../goal.ts';
import type { Measurement } from './measure.ts';

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
      ...(floor === undefined
        ? []
        : [atMost(`CPU of the floor's, ${at}`, own.cpuUsPerEvent / floor.cpuUsPerEvent, 2, 3)]),
      ...(floor === undefined || part === undefined || own.serviceMs < 20
        ? []
        : [atLeast(`throughput of the floor's, ${at}`, own.eventsPerSecond / floor.eventsPerSecond, part, 3)]),
      ...(saturated ? [atMost(`calls per event, ${at}`, own.callsPerEvent, 0.11, 3)] : []),
      ...(single === undefined || own.inFlight !== 1
        ? []
        : [atMost(`ms added to a single event, ${at}`, own.p50Ms - single.p50Ms, 0.2, 3)]),
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
