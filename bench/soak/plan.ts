/** A soak run. */
export interface SoakPlan {
  readonly jobs: number;
  /** Determines kinds, faults and the moments of the kills as far as chance goes; processes have their own pace. */
  readonly seed: number;
  /** Workers that are ended on the way, SIGKILL and SIGTERM. */
  readonly kills: number;
  /** Times that the gateway goes away and comes back. */
  readonly restarts: number;
  /** Workers at a time. */
  readonly workers: number;
  /** Where ledgers and logs go; made anew. */
  readonly folder: string;
}

export const FILES = { gateway: 'gateway.jsonl', bus: 'bus.jsonl', workers: 'workers.jsonl' } as const;

export const JOB_TYPE = 'soak:1';

/** Short, so that a killed worker's jobs come back soon, in milliseconds. */
export const JOB_TIMEOUT_MS = 5_000;

/** Waits that a task asks for are so many times shorter here: a backoff of 20 s takes 200 ms. */
export const CLOCK_FACTOR = 100;

/** So long a hanging call holds its jobs, in milliseconds. */
export const AWS_REQUEST_TIMEOUT_MS = 1_500;

/** Running jobs get so long when a worker ends, in milliseconds. */
export const DRAIN_TIMEOUT_MS = 1_500;
