import type { TaskSource } from '@eventbridge-kit/event-job';
import { BpmnModdle, type Element } from 'bpmn-moddle';
import { FIELD_PLACES } from 'bpmnlint-plugin-eventbridge/task';
import { createRequire } from 'node:module';
import { readTaskSource } from '../../plugin/src/sample/task-source.ts';

const zeebe: unknown = createRequire(import.meta.url)('zeebe-bpmn-moddle/resources/zeebe.json');

/** What a test changes in a task: whole texts by the name of the input or header; undefined removes it. */
export interface TaskChanges {
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly retries?: string;
}

/** A diagram's XML with one task changed, and the task as a modeler's Test send would read it. */
export interface Diagram {
  readonly xml: string;
  readonly processId: string;
  readonly task: TaskSource;
}

/** A diagram as it stands; throws when its reader has anything to complain about. */
export async function readDiagram(xml: string, taskId: string): Promise<Diagram> {
  const { task, process } = await parse(xml, taskId);
  return toDiagram(xml, process, task);
}

/** A copy of a diagram under another process id, so that both can be deployed, with its task changed. */
export async function changeDiagram(
  xml: string,
  taskId: string,
  processId: string,
  changes: TaskChanges,
): Promise<Diagram> {
  const { moddle, definitions, task, process } = await parse(xml, taskId);
  process.set('id', processId);
  change(moddle, task, FIELD_PLACES.input, changes.inputs ?? {});
  change(moddle, task, FIELD_PLACES.header, changes.headers ?? {});
  if (changes.retries !== undefined) extension(task, 'zeebe:TaskDefinition').set('retries', changes.retries);
  return toDiagram((await moddle.toXML(definitions)).xml, process, task);
}

function toDiagram(xml: string, process: Element, element: Element): Diagram {
  const task = readTaskSource(element);
  const processId = process.get('id');
  if (task === undefined || typeof processId !== 'string') throw new Error('the diagram has no such job');
  return { xml, processId, task };
}

async function parse(
  xml: string,
  taskId: string,
): Promise<{ moddle: BpmnModdle; definitions: Element; task: Element; process: Element }> {
  const moddle = new BpmnModdle({ zeebe });
  const { rootElement, elementsById, warnings } = await moddle.fromXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
  const task = elementsById[taskId];
  if (task?.$parent === undefined) throw new Error(`the diagram has no element ${taskId}`);
  return { moddle, definitions: rootElement, task, process: task.$parent };
}

function change(
  moddle: BpmnModdle,
  task: Element,
  place: (typeof FIELD_PLACES)['input' | 'header'],
  texts: Readonly<Record<string, string | undefined>>,
): void {
  const container = extension(task, place.extension);
  const items = elements(container.get(place.list));
  const kept = items.filter((item) => !Object.hasOwn(texts, String(item.get(place.name))));
  const written = Object.entries(texts).flatMap(([name, text]) => {
    if (text === undefined) return [];
    const item = moddle.create(place.item, { [place.name]: name, [place.text]: text });
    return [Object.assign(item, { $parent: container })];
  });
  container.set(place.list, [...kept, ...written]);
}

function extension(task: Element, type: string): Element {
  const [extensions] = elements([task.get('extensionElements')]);
  const found = extensions && elements(extensions.get('values')).find(({ $type }) => $type === type);
  if (found === undefined) throw new Error(`the task has no ${type}`);
  return found;
}

function elements(value: unknown): Element[] {
  return Array.isArray(value) ? value.filter((item): item is Element => typeof item === 'object' && item !== null) : [];
}
