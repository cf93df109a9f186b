import { childrenOf, textOf, type ModdleElement } from '../../host/moddle.ts';
import type { Shape } from '../host.ts';
import type { FixTools } from './tools.ts';

/** Distance of boundary events on the lower edge of a task, in pixels: one event's width and some air. */
const STEP_PX = 44;

/** Attaches an error event that catches the code; an error that the diagram already has for it is used again. */
export function addErrorBoundary(tools: FixTools, element: Shape, errorCode: string): void {
  const event = tools.modeling.createShape(
    { type: 'bpmn:BoundaryEvent', eventDefinitionType: 'bpmn:ErrorEventDefinition' },
    freePosition(element),
    element,
    { attach: true },
  );
  const [definition] = childrenOf(event.businessObject, 'eventDefinitions');
  const errorRef = errorOf(tools, event, errorCode);
  if (definition && errorRef) tools.modeling.updateModdleProperties(event, definition, { errorRef });
}

/** On the lower edge, from the right: to the left of those that are there. */
function freePosition({ x, y, width, height, attachers = [] }: Shape): { readonly x: number; readonly y: number } {
  const taken = attachers.map((attacher) => attacher.x + attacher.width / 2);
  const right = x + width - STEP_PX / 2;
  for (let at = right; at > x; at -= STEP_PX) {
    if (taken.every((other) => Math.abs(other - at) >= STEP_PX / 2)) return { x: at, y: y + height };
  }
  return { x: right, y: y + height };
}

function errorOf(
  { modeler, bpmnFactory, modeling }: FixTools,
  event: Shape,
  errorCode: string,
): ModdleElement | undefined {
  const definitions = modeler.getDefinitions();
  if (!definitions) return undefined;
  const roots = childrenOf(definitions, 'rootElements');
  const known = roots.find((root) => root.$type === 'bpmn:Error' && textOf(root, 'errorCode') === errorCode);
  if (known) return known;
  const error = Object.assign(bpmnFactory.create('bpmn:Error', { name: errorCode, errorCode }), {
    $parent: definitions,
  });
  modeling.updateModdleProperties(event, definitions, { rootElements: [...roots, error] });
  return error;
}
