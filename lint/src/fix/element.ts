/** An element of bpmn-moddle, as an edit changes it. */
export interface Element {
  readonly $type: string;
  readonly $model: { create(type: string, attributes?: object): Element };
  $parent?: Element;
  [name: string]: unknown;
}

/** The task's extension element of a type; made where there is none. */
export function extensionOf(task: Element, type: string): Element {
  const elements = (task['extensionElements'] ??= task.$model.create('bpmn:ExtensionElements')) as Element; // its type
  const values = elementsOf(elements, 'values');
  const found = values.find(({ $type }) => $type === type);
  if (found) return found;
  const made = task.$model.create(type);
  elements['values'] = [...values, made];
  return made;
}

export function elementsOf(element: Element, list: string): Element[] {
  return (element[list] ?? []) as Element[]; // lists of bpmn-moddle hold elements
}
