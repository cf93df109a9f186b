import { isEventTask } from 'bpmnlint-plugin-eventbridge/task';
import type { DiagramElement } from '../host/bpmn-js.ts';
import { childrenOf, textOf, type ModdleElement } from '../host/moddle.ts';

/**
 * The tasks that send events but have no shape, by their ids: an engine runs those too, and saving keeps them. The host's
 * services know nothing of them.
 */
export function undrawnTasks(
  drawn: readonly DiagramElement[],
  definitions: ModdleElement | undefined,
): ReadonlyMap<string, ModdleElement> {
  const known = new Set(drawn.map(({ businessObject }) => businessObject));
  // A list that grows while it is walked: a diagram may be deep.
  const open = definitions ? [...childrenOf(definitions, 'rootElements')] : [];
  for (const element of open) if ('flowElements' in element) open.push(...childrenOf(element, 'flowElements'));
  const undrawn = open.filter((element) => isEventTask(element) && !known.has(element));
  return new Map(undrawn.map((task) => [textOf(task, 'id') ?? '', task]));
}
