import {
  extensionOf,
  foreignTextOf,
  isNode,
  itemsOf,
  read,
  textOf,
  typeOf,
  type ModdlePath,
  type Node,
} from './node.ts';

/** A piece of text of a task, with the way to it. */
export interface TaskText {
  /** As written: static text, or FEEL when it starts with `=`. */
  readonly text: string;
  /** From the task's business object. */
  readonly path: ModdlePath;
}

/** A text of a task that has a name: an input mapping, a task header or an output mapping. */
export interface TaskField extends TaskText {
  /** Variable path that a mapping writes, for example `input.source`, or the key of a header. */
  readonly name: string;
  readonly place: FieldPlace;
}

export interface TemplateRef {
  readonly id: string;
  /** Absent where the diagram states none, or none that is a whole number. */
  readonly version?: number;
}

/** A task that a job worker does, whichever, as the diagram has it: nothing is evaluated. */
export interface JobTask {
  readonly id: string;
  readonly name?: string;
  /** For example `bpmn:ServiceTask`. */
  readonly elementType: string;
  /** The element itself, for the way to its surroundings; a rule reads it only through `model/`. */
  readonly node: Node;
  readonly jobType?: TaskText;
  readonly retries?: TaskText;
  readonly template?: TemplateRef;
  /** Input mappings in order, doubles included. */
  readonly inputs: readonly TaskField[];
  /** Task headers in order, doubles included. */
  readonly headers: readonly TaskField[];
  /** Output mappings in order, doubles included. */
  readonly outputs: readonly TaskField[];
}

/** Where a task has texts with names: the extension, its list, the items' type, and the names of name and text. */
export const FIELD_PLACES = {
  input: { extension: 'zeebe:IoMapping', list: 'inputParameters', item: 'zeebe:Input', name: 'target', text: 'source' },
  header: { extension: 'zeebe:TaskHeaders', list: 'values', item: 'zeebe:Header', name: 'key', text: 'value' },
  output: {
    extension: 'zeebe:IoMapping',
    list: 'outputParameters',
    item: 'zeebe:Output',
    name: 'target',
    text: 'source',
  },
} as const;

/** Where a task has texts with names. */
export type FieldPlace = keyof typeof FIELD_PLACES;

/**
 * What an element tells a job worker; all of it may be missing. Undefined for what is no element. Never throws.
 *
 * @param element a business object of bpmn-js, or an element of bpmn-moddle
 */
export function readJobTask(element: unknown): JobTask | undefined {
  if (!isNode(element)) return undefined;
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const templateId = templateIdOf(element);
  const jobType = definition && taskText(definition.node, 'type', definition.path);
  const name = textOf(element, 'name');
  const version = versionOf(element);
  const retries = definition && taskText(definition.node, 'retries', definition.path);
  return {
    id: textOf(element, 'id') ?? '',
    ...(name !== undefined && { name }),
    elementType: typeOf(element),
    node: element,
    ...(jobType && { jobType }),
    ...(retries && { retries }),
    ...(templateId !== undefined && { template: { id: templateId, ...(version !== undefined && { version }) } }),
    inputs: readFields(element, 'input'),
    headers: readFields(element, 'header'),
    outputs: readFields(element, 'output'),
  };
}

/** Id of the template that the element was made with. */
export function templateIdOf(element: Node): string | undefined {
  return foreignTextOf(element, 'zeebe', 'modelerTemplate');
}

/** Job type of the element, as written. */
export function jobTypeOf(element: Node): string | undefined {
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  return definition && textOf(definition.node, 'type');
}

function readFields(element: Node, place: FieldPlace): readonly TaskField[] {
  const { extension: type, list, item, name, text } = FIELD_PLACES[place];
  const extension = extensionOf(element, type);
  if (!extension) return [];
  return itemsOf(extension.node, list, item, extension.path).map(({ node, path }) => ({
    name: textOf(node, name) ?? '',
    place,
    text: textOf(node, text) ?? '',
    path: [...path, text],
  }));
}

function taskText(node: Node, name: string, path: ModdlePath): TaskText | undefined {
  const text = textOf(node, name);
  return text === undefined ? undefined : { text, path: [...path, name] };
}

/** Moddle gives the version as a number with the zeebe descriptors, as text without. */
function versionOf(element: Node): number | undefined {
  const typed = read(element, 'modelerTemplateVersion');
  const version = typeof typed === 'number' ? typed : Number(foreignTextOf(element, 'zeebe', 'modelerTemplateVersion'));
  return Number.isSafeInteger(version) ? version : undefined;
}
