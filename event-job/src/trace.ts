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
  /** How long it took, in milliseconds, where the host has a clock for it. */
  readonly tookMs?: number;
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
export interface TraceRecorder {
  /** Another one that has what this one recorded so far. */
  fork(): TraceRecorder;
  record(step: StepName, done: StepDone<unknown>): void;
  /** All steps in their order: the recorded ones, then the given ones, every other one skipped. */
  steps(last?: readonly StepResult[]): StepResult[];
}

/**
 * @param withValues false: status and issues alone, for a host whose traces nobody reads
 * @param clock milliseconds, for how long each step took; a step ends when it is recorded
 */
export function createTraceRecorder(
  mask: Mask,
  withValues: boolean,
  clock?: () => number,
  before: readonly StepResult[] = [],
): TraceRecorder {
  const recorded = [...before];
  let startMs = clock?.() ?? 0;
  const took = (): Pick<StepResult, 'tookMs'> => {
    if (clock === undefined) return {};
    const began = startMs;
    startMs = clock();
    return { tookMs: startMs - began };
  };
  return {
    fork: () => createTraceRecorder(mask, withValues, clock, recorded),
    record: (step, { ok, show, issues = [] }) => {
      recorded.push({
        ...took(),
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
