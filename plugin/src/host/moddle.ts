/** The part of a moddle element that is read: bpmn-moddle's own types leave every property `any`. */
export interface ModdleElement {
  readonly $type: string;
  /** The element that contains this one; absent for the root. */
  readonly $parent?: ModdleElement | undefined;
  get(name: string): unknown;
}

function isModdleElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value && 'get' in value;
}

/** The property's moddle element, or nothing where it is unset or something else. */
export function childOf(element: ModdleElement, name: string): ModdleElement | undefined {
  const value = element.get(name);
  return isModdleElement(value) ? value : undefined;
}

/** The property's moddle elements; empty where it is unset. */
export function childrenOf(element: ModdleElement, name: string): readonly ModdleElement[] {
  const value = element.get(name);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
}

/** The property's text, or nothing where it is unset or no text. */
export function textOf(element: ModdleElement, name: string): string | undefined {
  const value = element.get(name);
  return typeof value === 'string' ? value : undefined;
}

/** The element's extension elements, in the order in which the diagram has them. */
function extensionsOf(element: ModdleElement): readonly ModdleElement[] {
  const extensionElements = childOf(element, 'extensionElements');
  return extensionElements ? childrenOf(extensionElements, 'values') : [];
}

/** The element's first extension element of one type, for example `zeebe:IoMapping`. */
export function extensionOf(element: ModdleElement, type: string): ModdleElement | undefined {
  return extensionsOf(element).find((extension) => extension.$type === type);
}
