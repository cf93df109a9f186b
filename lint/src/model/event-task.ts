import type { EngineVersion } from './engine-version.ts';
import type { Family } from './family.ts';
import type { ModdlePath, Node } from './node.ts';

/** A piece of text of a task, with the way to it. */
export interface TaskText {
  /** As written: static text, or FEEL when it starts with `=`. */
  readonly text: string;
  /** From the task's business object. */
  readonly path: ModdlePath;
}

/** A text of a task that has a name: an input mapping or a task header. */
export interface TaskField extends TaskText {
  /** Variable path of an input mapping, for example `input.source`, or the key of a header. */
  readonly name: string;
  readonly place: 'input' | 'header';
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
  /** Version of the engine that the diagram is drawn for; absent where it states none. */
  readonly engine?: EngineVersion;
}

/** Inputs, then headers. */
export function fieldsOf(task: EventTask): readonly TaskField[] {
  return [...task.inputs, ...task.headers];
}

/** The header that counts: the last of that key. */
export function headerOf(task: EventTask, key: string): TaskField | undefined {
  return task.headers.findLast((header) => header.name === key);
}

/** The input mapping that counts: the last to that target. */
export function inputOf(task: EventTask, target: string): TaskField | undefined {
  return task.inputs.findLast((input) => input.name === target);
}
