import type { EngineVersion } from './engine-version.ts';
import type { FamilyId } from './families/ids.ts';
import type { JobTask, TaskField } from './job-task.ts';

export type { TaskField, TaskText, TemplateRef } from './job-task.ts';

/** One task that sends an event, as the diagram has it: nothing is evaluated. */
export interface EventTask extends JobTask {
  readonly family: Family;
  /** Version of the engine that the diagram is drawn for; absent where it states none. */
  readonly engine?: EngineVersion;
}

/** Tasks of one kind of EventBridge connector: what its template and its worker know. Each has its own file. */
export interface Family extends FamilyId {
  /** Newest version of its template that this package knows; absent where a newer one needs a newer engine. */
  readonly templateVersion?: number;
  /** What its template calls each field, in the order in which a panel shows them. */
  readonly labels: Readonly<Record<string, string>>;
  /** Input names that its worker reads. */
  readonly inputs: readonly string[];
  /** Required inputs, in the order of the template. */
  required(task: EventTask): readonly string[];
  /** True where the worker takes an event that EventBridge rejected for a success. */
  readonly rejectedIsSuccess: boolean;
  /** Variables whose parts the connector puts secrets into unless its operator allows more; absent: all inputs. */
  readonly secretRoots?: readonly string[];
  /** True where a number or a boolean is not text for the worker. */
  readonly strictText: boolean;
  /** True where a template of this id lets the user choose the job type. */
  hasOwnJobType(templateId: string): boolean;
}

/** Inputs, then headers, then outputs. */
export function fieldsOf(task: EventTask): readonly TaskField[] {
  return [...task.inputs, ...task.headers, ...task.outputs];
}

/** The header that counts: the last of that key. */
export function headerOf(task: EventTask, key: string): TaskField | undefined {
  return task.headers.findLast((header) => header.name === key);
}

/** The input mapping that counts: the last to that target. */
export function inputOf(task: EventTask, target: string): TaskField | undefined {
  return task.inputs.findLast((input) => input.name === target);
}
