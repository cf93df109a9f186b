import { isEventTask } from 'bpmnlint-plugin-eventbridge/task';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { childrenOf, textOf, type ModdleElement } from '../host/moddle.ts';
import type { HostRegistry } from './host.ts';

/** The stand-in of each task that has no shape, so that a task is the same element whenever it is looked for. */
const standIns = new WeakMap<ModdleElement, DiagramElement>();

/** True for the stand-in of a task without a shape: the host's services know nothing of it. */
export function isUndrawn(element: DiagramElement): boolean {
  return standIns.get(element.businessObject) === element;
}

/**
 * What is to be looked at in a diagram: the host's elements without their labels, and the tasks that send events but have
 * no shape. An engine runs those too, and saving keeps them.
 */
export function everyElement(registry: HostRegistry, definitions: ModdleElement | undefined): DiagramElement[] {
  const drawn: DiagramElement[] = [];
  registry.forEach((element) => {
    if (element.labelTarget === undefined) drawn.push(element);
  });
  const known = new Set(drawn.map(({ businessObject }) => businessObject));
  return [...drawn, ...eventTasksIn(definitions).flatMap((task) => (known.has(task) ? [] : [standInOf(task)]))];
}

function eventTasksIn(definitions: ModdleElement | undefined): ModdleElement[] {
  // A list that grows while it is walked: a diagram may be deep.
  const open = definitions ? [...childrenOf(definitions, 'rootElements')] : [];
  for (const element of open) if ('flowElements' in element) open.push(...childrenOf(element, 'flowElements'));
  return open.filter(isEventTask);
}

function standInOf(businessObject: ModdleElement): DiagramElement {
  const known = standIns.get(businessObject) ?? { id: textOf(businessObject, 'id') ?? '', businessObject };
  standIns.set(businessObject, known);
  return known;
}
