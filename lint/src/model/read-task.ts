import { familyOf } from '../families/index.ts';
import { parseEngineVersion, type EngineVersion } from './engine-version.ts';
import type { EventTask, TaskField, TaskText } from './event-task.ts';
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

/**
 * The task as the diagram has it; undefined for every element that is no EventBridge task. Never throws.
 *
 * @param element a business object of bpmn-js, or an element of bpmn-moddle
 * @param engine version of the diagram's engine, see `engineOf`
 */
export function readTask(element: unknown, engine?: EngineVersion): EventTask | undefined {
  if (!isNode(element)) return undefined;
  const definition = extensionOf(element, 'zeebe:TaskDefinition');
  const templateId = foreignTextOf(element, 'zeebe', 'modelerTemplate');
  const jobType = definition && taskText(definition.node, 'type', definition.path);
  const family = familyOf(templateId, jobType?.text);
  if (family === undefined) return undefined;
  const name = textOf(element, 'name');
  const version = versionOf(element);
  const retries = definition && taskText(definition.node, 'retries', definition.path);
  return {
    id: textOf(element, 'id') ?? '',
    ...(name !== undefined && { name }),
    elementType: typeOf(element),
    node: element,
    family,
    ...(jobType && { jobType }),
    ...(retries && { retries }),
    ...(templateId !== undefined && { template: { id: templateId, ...(version !== undefined && { version }) } }),
    inputs: readFields(element, INPUTS),
    headers: readFields(element, HEADERS),
    outputs: readFields(element, OUTPUTS),
    ...(engine && { engine }),
  };
}

/** The engine version that a diagram states; undefined for another product's diagram, or where it states none. */
export function engineOf(definitions: unknown): EngineVersion | undefined {
  if (!isNode(definitions)) return undefined;
  if (foreignTextOf(definitions, 'modeler', 'executionPlatform') !== 'Camunda Cloud') return undefined;
  return parseEngineVersion(foreignTextOf(definitions, 'modeler', 'executionPlatformVersion'));
}

/** Where named texts stand: the extension, its list, the items' type, and the names of name and text. */
const INPUTS = {
  extension: 'zeebe:IoMapping',
  list: 'inputParameters',
  type: 'zeebe:Input',
  name: 'target',
  text: 'source',
  place: 'input',
} as const;

const OUTPUTS = {
  extension: 'zeebe:IoMapping',
  list: 'outputParameters',
  type: 'zeebe:Output',
  name: 'target',
  text: 'source',
  place: 'output',
} as const;

const HEADERS = {
  extension: 'zeebe:TaskHeaders',
  list: 'values',
  type: 'zeebe:Header',
  name: 'key',
  text: 'value',
  place: 'header',
} as const;

function readFields(element: Node, where: typeof INPUTS | typeof HEADERS | typeof OUTPUTS): readonly TaskField[] {
  const extension = extensionOf(element, where.extension);
  if (!extension) return [];
  return itemsOf(extension.node, where.list, where.type, extension.path).map(({ node, path }) => ({
    name: textOf(node, where.name) ?? '',
    place: where.place,
    text: textOf(node, where.text) ?? '',
    path: [...path, where.text],
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
