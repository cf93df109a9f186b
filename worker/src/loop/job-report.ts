import type { JobTrace } from '@eventbridge-kit/event-job';
import type { Outcome } from '@eventbridge-kit/connector';
import type { ActivatedJob } from '../camunda/job-port.ts';

/**
 * What became of a job's outcome:
 * - `accepted`: the engine took it;
 * - `gone`: the engine no longer has the job, nothing to do;
 * - `refused`: the engine will not take it, and not the incident sent instead either;
 * - `expired`: the engine did not answer until the job's time was over, it hands the job out again.
 */
export type Settlement = 'accepted' | 'gone' | 'refused' | 'expired';

/** How a job came to this worker: pushed over a stream, or asked for by a poll. */
export const ACTIVATION_KINDS = ['stream', 'poll'] as const;

export type ActivationKind = (typeof ACTIVATION_KINDS)[number];

/** How jobs of one type came since the start. */
export interface TypeIntake {
  readonly jobType: string;
  /** Activated jobs, by how they came. */
  readonly jobs: Readonly<Record<ActivationKind, number>>;
  /** True while the engine may push jobs of this type. */
  readonly isStreamOpen: boolean;
}

/** One job from activation to its end. */
export interface JobReport {
  readonly job: ActivatedJob;
  /** What each step did; absent when the job was given back before the work ended. */
  readonly trace?: JobTrace;
  /** The one outcome; absent when the job was gone before the work began. */
  readonly outcome?: Outcome;
  readonly settlement: Settlement;
  /** From activation to the end, in milliseconds. */
  readonly durationMs: number;
}
