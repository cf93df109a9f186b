import { STEP_NAMES, type Mask, type StepName, type StepResult } from '@eventbridge-kit/connector';
import type { StepDone } from './step.ts';

/** Keeps what each step did, secrets masked. */
export interface TraceRecorder {
  /** Secrets become known on the way; each later step is masked by them. */
  setMask(mask: Mask): void;
  record(step: StepName, done: StepDone<unknown>): void;
  /** All steps in their order: the recorded ones, then the given ones, every other one skipped. */
  steps(last?: readonly StepResult[]): StepResult[];
}

/** @param withValues false: only what each step came to, for a worker whose traces nobody reads */
export function createTraceRecorder(initial: Mask, withValues: boolean): TraceRecorder {
  const recorded = new Map<StepName, StepResult>();
  let mask = initial;
  return {
    setMask: (next) => {
      mask = next;
    },
    record: (step, done) => {
      recorded.set(step, {
        step,
        status: done.ok ? 'ok' : 'failed',
        ...(withValues && done.show !== undefined && { value: mask.json(done.show()) }),
        issues: (done.issues ?? []).map((issue) => ({ ...issue, message: mask.text(issue.message) })),
      });
    },
    steps: (last = []) => {
      const all = new Map([...recorded, ...last.map((result) => [result.step, result] as const)]);
      return STEP_NAMES.map((step) => all.get(step) ?? { step, status: 'skipped', issues: [] });
    },
  };
}
