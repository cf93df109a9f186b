/** How a job comes to the worker: pushed over a stream, or asked for. */
export const WAYS = ['stream', 'poll'] as const;

export type Way = (typeof WAYS)[number];

/** How jobs of one type came since the start. */
export interface TypeIntake {
  readonly jobType: string;
  /** Activated jobs, by the way they came. */
  readonly jobs: Readonly<Record<Way, number>>;
  /** True while the engine may push jobs of this type. */
  readonly isStreamOpen: boolean;
}
