import { maskIssue, type Mask } from '@eventbridge-kit/connector';
import { STEP_NAMES, type StepName, type StepResult } from './trace.ts';
import type { StepDone } from './step.ts';

/** Keeps what each step did, secrets masked. */
export interface TraceRecorder {
  record(step: StepName, done: StepDone<unknown>): void;
  /** All steps in their order: the recorded ones, then the given ones, every other one skipped. */
  steps(last?: readonly StepResult[]): StepResult[];
}

/** @param withValues false: only what each step came to, for a worker whose traces nobody reads */
export function createTraceRecorder(mask: Mask, withValues: boolean): TraceRecorder {
  const recorded = new Map<StepName, StepResult>();
  return {
    record: (step, done) => {
      recorded.set(step, {
        step,
        status: done.ok ? 'ok' : 'failed',
        ...(withValues && done.show !== undefined && { value: mask.json(done.show()) }),
        issues: (done.issues ?? []).map((issue) => maskIssue(issue, mask)),
      });
    },
    steps: (last = []) => {
      const all = new Map([...recorded, ...last.map((result) => [result.step, result] as const)]);
      return STEP_NAMES.map((step) => all.get(step) ?? { step, status: 'skipped', issues: [] });
    },
  };
}
