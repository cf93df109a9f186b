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
  /**
   * True: an event for anything but the service's own local bus is not sent. The answer is that of a dry run then, and
   * names account, region and bus, so that a person can be asked.
   */
  readonly onlyLocal?: boolean;
}

/** Where an event went, or would go. */
export interface Destination {
  /** `local`: the event bus on this machine that the service itself was started with. */
  readonly kind: 'local' | 'aws';
  /** Shown on screen. */
  readonly label: string;
  readonly region?: string;
  readonly eventBusName?: string;
  /** Whose account it is, where that was asked for. */
  readonly account?: AccountAnswer;
}

/** Whose keys a task has: the account and the identity's ARN, or why that is not known. */
export type AccountAnswer =
  | { readonly known: true; readonly id: string; readonly arn: string }
  | { readonly known: false; readonly message: string };

/** Answer to a test send. */
export interface TestSendReport extends JobTrace {
  readonly fields: readonly FieldResult[];
  readonly destination: Destination;
  /** Variables of the process after the task, sample variables included; absent when the job would not complete. */
  readonly processVariables?: JsonObject;
  readonly dryRun: boolean;
}

/** Sends one task; the plugin's host hands this in. Rejects only when the service cannot be reached. */
export type SendTask = (request: TestSendRequest, signal?: AbortLike) => Promise<TestSendReport>;

/** Body of a question to the test-send service, by which nothing is run. */
export interface StatusRequest {
  readonly ask: 'status';
  /** Names of secrets. */
  readonly secrets: readonly string[];
  /** Endpoint and region of a task, where it names them. */
  readonly endpoint?: string;
  readonly region?: string;
}

/** What the test-send service tells of itself. No value of a secret is ever part of it. */
export interface ServiceStatus {
  readonly secrets: readonly { readonly name: string; readonly known: boolean }[];
  /** Where the event of such a task would go. */
  readonly destination: Destination;
}

/** Asks the service; the plugin's host hands this in. Rejects when the service cannot be reached. */
export type AskStatus = (request: StatusRequest, signal?: AbortLike) => Promise<ServiceStatus>;
