import type { FieldResult, InputMapping } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { AbortLike } from '../sender.ts';
import type { JobTrace } from '../trace.ts';

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
export type SendTask = (request: TestSendRequest, signal?: AbortLike) => Promise<TestSendReport>;
