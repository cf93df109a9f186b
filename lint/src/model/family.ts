import type { EventTask } from './event-task.ts';

/** Tasks of one kind of EventBridge connector: what its template and its worker know. Each has its own file. */
export interface Family {
  /** Stable name, for messages and fixes. */
  readonly name: string;
  /** Ids of its templates, the first the usual one. */
  readonly templateIds: readonly string[];
  /** Job type that its worker asks for. */
  readonly jobType: string;
  /** Newest version of its template that this package knows; absent where a newer one needs a newer engine. */
  readonly templateVersion?: number;
  /** Input names that its worker reads. */
  readonly inputs: readonly string[];
  /** Required inputs, in the order of the template. */
  required(task: EventTask): readonly string[];
  /** True where the worker takes an event that EventBridge rejected for a success. */
  readonly rejectedIsSuccess: boolean;
  /** True where a number or a boolean is not text for the worker. */
  readonly strictText: boolean;
  /** True where a template of this id lets the user choose the job type. */
  hasOwnJobType(templateId: string): boolean;
}
