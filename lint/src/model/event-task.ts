import type { EngineVersion } from './engine-version.ts';
import type { ModdlePath, Node } from './node.ts';

/** A piece of text of a task, with the way to it. */
export interface TaskText {
  /** As written: static text, or FEEL when it starts with `=`. */
  readonly text: string;
  /** From the task's business object. */
  readonly path: ModdlePath;
}

/** Where a task has texts with names. */
export type Place = 'input' | 'header' | 'output';

/** A text of a task that has a name: an input mapping, a task header or an output mapping. */
export interface TaskField extends TaskText {
  /** Variable path that a mapping writes, for example `input.source`, or the key of a header. */
  readonly name: string;
  readonly place: Place;
}

export interface TemplateRef {
  readonly id: string;
  /** Absent where the diagram states none, or none that is a whole number. */
  readonly version?: number;
}

/** One task that sends an event, as the diagram has it: nothing is evaluated. */
export interface EventTask {
  readonly id: string;
  readonly name?: string;
  /** For example `bpmn:ServiceTask`. */
  readonly elementType: string;
  /** The element itself, for the way to its surroundings; a rule reads it only through `model/`. */
  readonly node: Node;
  readonly family: Family;
  readonly jobType?: TaskText;
  readonly retries?: TaskText;
  readonly template?: TemplateRef;
  /** Input mappings in order, doubles included. */
  readonly inputs: readonly TaskField[];
  /** Task headers in order, doubles included. */
  readonly headers: readonly TaskField[];
  /** Output mappings in order, doubles included. */
  readonly outputs: readonly TaskField[];
  /** Version of the engine that the diagram is drawn for; absent where it states none. */
  readonly engine?: EngineVersion;
}

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
