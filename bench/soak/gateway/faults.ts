import type { Answer } from '../ledger.ts';

/** What becomes of a command: whether it takes effect, and what its sender hears. */
export type CommandFate =
  | { readonly effect: true; readonly answer: Answer; readonly delayMs: number }
  | { readonly effect: false; readonly status: 'UNAVAILABLE' | 'RESOURCE_EXHAUSTED' };

/** What becomes of a request for jobs. */
export type PollFate = 'served' | 'lostAfter' | 'UNAVAILABLE' | 'RESOURCE_EXHAUSTED';

/** What goes wrong with a job that was handed out, without its worker's doing. */
export type JobFate = 'none' | 'timesOut' | 'cancelled';

/** Chances of the gateway's faults, in a hundred, each time. */
const PERCENT = {
  command: { lost: 0.4, never: 0.01, late: 0.5, UNAVAILABLE: 0.3, RESOURCE_EXHAUSTED: 0.5 },
  poll: { lostAfter: 0.3, UNAVAILABLE: 0.3, RESOURCE_EXHAUSTED: 2 },
  job: { timesOut: 0.3, cancelled: 0.3 },
} as const;

const MAX_LATE_MS = 1_500;

/** Decides the gateway's faults by the run's own chance. */
export interface GatewayFaults {
  command(): CommandFate;
  poll(): PollFate;
  job(): JobFate;
  /** How long until a stream breaks, in milliseconds. */
  streamLifeMs(): number;
  /** Whether a waiting job is pushed into a stream, or waits to be polled. */
  pushes(): boolean;
  /** A number from 0 (included) to so much (excluded). */
  upTo(bound: number): number;
}

export function createGatewayFaults(random: () => number): GatewayFaults {
  const pick = <Name extends string>(chances: Readonly<Record<Name, number>>): Name | undefined => {
    let rest = random() * 100;
    for (const name of Object.keys(chances) as Name[]) {
      rest -= chances[name];
      if (rest < 0) return name;
    }
    return undefined;
  };
  return {
    command: () => {
      const fault = pick(PERCENT.command);
      if (fault === 'UNAVAILABLE' || fault === 'RESOURCE_EXHAUSTED') return { effect: false, status: fault };
      return { effect: true, answer: fault ?? 'given', delayMs: fault === 'late' ? random() * MAX_LATE_MS : 0 };
    },
    poll: () => pick(PERCENT.poll) ?? 'served',
    job: () => pick(PERCENT.job) ?? 'none',
    streamLifeMs: () => 2_000 + random() * 20_000,
    pushes: () => random() < 0.6,
    upTo: (bound) => random() * bound,
  };
}
