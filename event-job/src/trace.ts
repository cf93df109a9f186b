import type { Outcome } from '@eventbridge-kit/connector';
import type { Issue, Json } from '@eventbridge-kit/issue';

/** The steps of a job, in the order in which they run. */
export const STEP_NAMES = [
  'headers',
  'secrets',
  'input',
  'checks',
  'entry',
  'send',
  'response',
  'resultExpression',
  'errorExpression',
] as const;

export type StepName = (typeof STEP_NAMES)[number];

/** What one step did. A step after a failed one is `skipped`, except the error expression, which sees failures too. */
export interface StepResult {
  readonly step: StepName;
  readonly status: 'ok' | 'failed' | 'skipped';
  /** What the step produced, secrets masked; absent when skipped. */
  readonly value?: Json;
  readonly issues: readonly Issue[];
}

/** A whole run of a task: what each step did, and how the job ends. */
export interface JobTrace {
  readonly steps: readonly StepResult[];
  /**
   * Absent for a dry run that got as far as the call, for a job that was gone before the work began, and for a test
   * whose inputs the preview cannot evaluate.
   */
  readonly outcome?: Outcome;
}
