import { maskIssue, type Mask, type Outcome } from '@eventbridge-kit/connector';
import type { Issue, Json } from '@eventbridge-kit/issue';
import type { StepDone } from './step.ts';

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

/** A whole run of a job: what each step did, and how the job ends. */
export interface JobTrace {
  readonly steps: readonly StepResult[];
  /**
   * Absent for a dry run that got as far as the send, for a job that was gone before it began, and for a test send whose
   * inputs cannot be evaluated here.
   */
  readonly outcome?: Outcome;
}

/** Records what each step did, secrets masked. */
interface TraceRecorder {
  record(step: StepName, done: StepDone<unknown>): void;
  /** All steps in their order: the recorded ones, then the given ones, every other one skipped. */
  steps(last?: readonly StepResult[]): StepResult[];
}

/** @param withValues false: status and issues alone, for a host whose traces nobody reads */
export function createTraceRecorder(mask: Mask, withValues: boolean): TraceRecorder {
  const recorded: StepResult[] = [];
  return {
    record: (step, { ok, show, issues = [] }) => {
      recorded.push({
        step,
        status: ok ? 'ok' : 'failed',
        ...(withValues && show !== undefined && { value: mask.json(show()) }),
        issues: issues.map((issue) => maskIssue(issue, mask)),
      });
    },
    steps: (last = []) => {
      const all = [...recorded, ...last];
      return STEP_NAMES.map(
        (step) => all.find((result) => result.step === step) ?? { step, status: 'skipped', issues: [] },
      );
    },
  };
}
