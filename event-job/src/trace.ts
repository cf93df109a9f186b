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

/** A step that was done, and how long it took, in milliseconds. */
interface Recorded {
  readonly step: StepName;
  readonly done: StepDone<unknown>;
  readonly tookMs: number | undefined;
}

/** Records what each step did. */
export class TraceRecorder {
  readonly #mask: Mask;
  readonly #withValues: boolean;
  readonly #clock: (() => number) | undefined;
  readonly #recorded: Recorded[];
  #startMs: number;

  /**
   * @param withValues false: status and issues alone, for a host whose traces nobody reads
   * @param clock milliseconds, for how long each step took; a step ends when it is recorded
   */
  constructor(mask: Mask, withValues: boolean, clock?: () => number, before: readonly Recorded[] = []) {
    this.#mask = mask;
    this.#withValues = withValues;
    this.#clock = clock;
    this.#recorded = [...before];
    this.#startMs = clock?.() ?? 0;
  }

  /** Another one that has what this one recorded so far. */
  fork(): TraceRecorder {
    return new TraceRecorder(this.#mask, this.#withValues, this.#clock, this.#recorded);
  }

  record(step: StepName, done: StepDone<unknown>): void {
    this.#recorded.push({ step, done, tookMs: this.#took() });
  }

  /** All steps in their order, secrets masked: the recorded ones, then the given ones, every other one skipped. */
  steps(last: readonly StepResult[] = []): StepResult[] {
    const all = [...this.#recorded.map((one) => this.#result(one)), ...last];
    return STEP_NAMES.map(
      (step) => all.find((result) => result.step === step) ?? { step, status: 'skipped', issues: [] },
    );
  }

  #took(): number | undefined {
    if (this.#clock === undefined) return undefined;
    const began = this.#startMs;
    this.#startMs = this.#clock();
    return this.#startMs - began;
  }

  #result({ step, done: { ok, show, issues = [] }, tookMs }: Recorded): StepResult {
    return {
      ...(tookMs !== undefined && { tookMs }),
      step,
      status: ok ? 'ok' : 'failed',
      ...(this.#withValues && show !== undefined && { value: this.#mask.json(show()) }),
      issues: issues.map((issue) => maskIssue(issue, this.#mask)),
    };
  }
}

/** A trace whose steps are put together when somebody reads them: for most jobs nobody does. */
export function lazyTrace(steps: () => readonly StepResult[], outcome: Outcome): JobTrace {
  let known: readonly StepResult[] | undefined;
  return {
    get steps() {
      return (known ??= steps());
    },
    outcome,
  };
}
