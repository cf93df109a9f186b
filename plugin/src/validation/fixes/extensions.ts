import { FIELD_PLACES, type FieldPlace } from 'bpmnlint-plugin-eventbridge/task';
import { childOf, childrenOf, extensionOf, textOf, type ModdleElement } from '../../host/moddle.ts';
import type { Shape } from '../host.ts';
import type { FixTools } from './tools.ts';

/** The items of a place that have the name, in order. */
export function itemsNamed({ businessObject }: Shape, place: FieldPlace, wanted: string): readonly ModdleElement[] {
  const { extension, list, name } = FIELD_PLACES[place];
  const found = extensionOf(businessObject, extension);
  return found ? childrenOf(found, list).filter((item) => textOf(item, name) === wanted) : [];
}

/** The properties of an item that say its name, or its text. */
export function propertiesOf(place: FieldPlace, values: { readonly name?: string; readonly text?: string }): object {
  const { name, text } = FIELD_PLACES[place];
  return {
    ...(values.name !== undefined && { [name]: values.name }),
    ...(values.text !== undefined && { [text]: values.text }),
  };
}

/** Appends an item, with the extension and the extension elements where the task has none yet. */
export function addItem(tools: FixTools, element: Shape, place: FieldPlace, properties: object): void {
  const { extension: type, list, item: itemType } = FIELD_PLACES[place];
  const extension = extensionOf(element.businessObject, type) ?? addExtension(tools, element, type);
  const item = create(tools, itemType, properties, extension);
  tools.modeling.updateModdleProperties(element, extension, { [list]: [...childrenOf(extension, list), item] });
}

export function removeItems(
  { modeling }: FixTools,
  element: Shape,
  place: FieldPlace,
  removed: readonly ModdleElement[],
): void {
  const { extension: type, list } = FIELD_PLACES[place];
  const extension = extensionOf(element.businessObject, type);
  if (!extension) return;
  const kept = childrenOf(extension, list).filter((item) => !removed.includes(item));
  modeling.updateModdleProperties(element, extension, { [list]: kept });
}

/** Sets properties of the task definition; a task without one gets it. */
export function updateTaskDefinition(tools: FixTools, element: Shape, properties: object): void {
  const type = 'zeebe:TaskDefinition';
  const definition = extensionOf(element.businessObject, type) ?? addExtension(tools, element, type);
  tools.modeling.updateModdleProperties(element, definition, properties);
}

function addExtension(tools: FixTools, element: Shape, type: string): ModdleElement {
  const { businessObject } = element;
  const known = childOf(businessObject, 'extensionElements');
  const extensionElements = known ?? create(tools, 'bpmn:ExtensionElements', { values: [] }, businessObject);
  if (!known) tools.modeling.updateModdleProperties(element, businessObject, { extensionElements });
  const extension = create(tools, type, {}, extensionElements);
  const values = [...childrenOf(extensionElements, 'values'), extension];
  tools.modeling.updateModdleProperties(element, extensionElements, { values });
  return extension;
}

function create({ bpmnFactory }: FixTools, type: string, properties: object, parent: ModdleElement): ModdleElement {
  return Object.assign(bpmnFactory.create(type, properties), { $parent: parent });
}
