import type { DiagramElement, HostInjector } from '../host/bpmn-js.ts';
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../host/moddle.ts';
import { asOneStep, writerOf } from '../host/one-step.ts';

/** The input that holds the event's payload, in our template and in Camunda's. */
const TARGET = 'input.detail';

function mappingOf({ businessObject }: DiagramElement): ModdleElement | undefined {
  const mapping = extensionOf(businessObject, 'zeebe:IoMapping');
  return mapping && childrenOf(mapping, 'inputParameters').find((input) => textOf(input, 'target') === TARGET);
}

/** The payload as the diagram has it; undefined where the task has no field for it. */
export function payloadOf(element: DiagramElement): string | undefined {
  const mapping = mappingOf(element);
  return mapping && (textOf(mapping, 'source') ?? '');
}

/** Writes the payload to the diagram, in one step. */
export function writePayload(injector: HostInjector, element: DiagramElement, source: string): void {
  const mapping = mappingOf(element);
  const modeling = writerOf(injector);
  if (!mapping || !modeling) return;
  asOneStep(injector, () => modeling.updateModdleProperties(element, mapping, { source }));
}
