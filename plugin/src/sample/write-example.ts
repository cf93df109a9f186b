import { hideKeyShapesIn } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { DiagramElement, HostInjector } from '../host/bpmn-js.ts';
import { childOf, childrenOf, extensionOf, textOf, type ModdleElement } from '../host/moddle.ts';
import { asOneStep, writerOf } from '../host/one-step.ts';
import { EXAMPLE_OUTPUT } from './example-data.ts';

interface HostFactory {
  create(type: string, properties: object): ModdleElement;
}

/** Writes the task's example output as Camunda's modelers keep it, in one step. True: it is written. */
export function writeExampleOutput(injector: HostInjector, element: DiagramElement, variables: JsonObject): boolean {
  const modeling = writerOf(injector);
  const factory = injector.get('bpmnFactory', false) as HostFactory | null; // untyped host
  if (!modeling || !factory) return false;
  const make = (type: string, properties: object, parent: ModdleElement): ModdleElement =>
    Object.assign(factory.create(type, properties), { $parent: parent });
  const { businessObject } = element;
  const known = childOf(businessObject, 'extensionElements');
  const extensions = known ?? make('bpmn:ExtensionElements', { values: [] }, businessObject);
  const list =
    extensionOf(businessObject, 'zeebe:Properties') ?? make('zeebe:Properties', { properties: [] }, extensions);
  const value = JSON.stringify(hideKeyShapesIn(variables));
  const property = make('zeebe:Property', { name: EXAMPLE_OUTPUT, value }, list);
  const others = childrenOf(list, 'properties').filter((one) => textOf(one, 'name') !== EXAMPLE_OUTPUT);
  const values = childrenOf(extensions, 'values');
  asOneStep(injector, () => {
    if (!known) modeling.updateModdleProperties(element, businessObject, { extensionElements: extensions });
    if (!values.includes(list)) modeling.updateModdleProperties(element, extensions, { values: [...values, list] });
    modeling.updateModdleProperties(element, list, { properties: [...others, property] });
  });
  return true;
}
