import { formatTable } from '@eventbridge-kit/testkit/machine/table';
import type { Measurement } from './measure.ts';

/** The rows of one load, with what each is of the floor's throughput and of its CPU time. */
export function formatCell(cell: readonly Measurement[]): string[] {
  const [first] = cell;
  if (first === undefined) return [];
  const floor = cell.find(({ variant }) => variant === 'floor');
  const rows = cell.map((own) => [
    own.variant,
    own.eventsPerSecond.toFixed(0),
    ratio(own.eventsPerSecond, floor?.eventsPerSecond),
    own.p50Ms.toFixed(2),
    own.p99Ms.toFixed(2),
    own.cpuUsPerEvent.toFixed(1),
    ratio(own.cpuUsPerEvent, floor?.cpuUsPerEvent),
    own.callsPerEvent.toFixed(3),
    own.rssMiB.toFixed(0),
  ]);
  return [
    `${first.serviceMs} ms service time, ${first.inFlight} in flight`,
    ...formatTable(
      ['', 'events/s', 'of floor', 'p50 ms', 'p99 ms', 'CPU us/event', 'of floor', 'calls/event', 'RSS MiB'],
      rows,
    ),
    '',
  ];
}

function ratio(own: number, floor: number | undefined): string {
  return floor === undefined ? '' : (own / floor).toFixed(2);
}
