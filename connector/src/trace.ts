import type { Issue, Json, JsonObject } from '@eventbridge-kit/issue';
import type { Outcome } from './outcome.ts';

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

/** One input mapping of a task as it stands in the diagram. */
export interface InputMapping {
  /** Variable path the mapping writes, for example `input.source`. */
  readonly target: string;
  /** Static text, or FEEL when it starts with `=`. */
  readonly source: string;
}

/** One task as a test send gets it: the fields and headers exactly as the diagram has them. */
export interface TaskSource {
  readonly elementId: string;
  readonly jobType: string;
  readonly inputs: readonly InputMapping[];
  readonly headers: Readonly<Record<string, string>>;
  /** The task definition's retries, as written; FEEL or a number. */
  readonly retries?: string;
}

/** Body of a test send. */
export interface TestSendRequest {
  readonly task: TaskSource;
  /** Sample process variables. */
  readonly variables: JsonObject;
  /** The same as JSON text, in which no number is rounded; it counts where it is given. */
  readonly variablesText?: string;
  /** True: resolve and check everything, stop before the call. */
  readonly dryRun: boolean;
}

/** What one input mapping gave. */
export interface FieldResult {
  readonly target: string;
  readonly source: string;
  /** `unknown`: the preview lacks a function that the engine has; never an error. */
  readonly status: 'ok' | 'failed' | 'unknown';
  /** The value a job would carry; secrets stay as placeholders. */
  readonly value?: Json;
  /** Why it failed or is unknown, with the position in the expression. */
  readonly message?: string;
}

/** Answer to a test send. */
export interface TestSendReport extends JobTrace {
  readonly fields: readonly FieldResult[];
  /** Where the event went, or would go: shown on screen. */
  readonly destination: { readonly kind: 'local' | 'aws'; readonly label: string };
  /** Variables of the process after the task, sample variables included; absent when the job would not complete. */
  readonly processVariables?: JsonObject;
  readonly dryRun: boolean;
}

/** Sends one task; the plugin's host hands this in. Rejects only when the service cannot be reached. */
export type SendTask = (request: TestSendRequest, signal?: AbortSignalLike) => Promise<TestSendReport>;

/** The part of the platform's `AbortSignal` that a `SendTask` may use; this room has no DOM types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void): void;
}
