import { childrenOf, extensionsOf, textOf, type ModdleElement } from '../host/moddle.ts';

/** Way from a task's business object to one property: names and indexes, as bpmn-js and its linting write it. */
export type ModdlePath = readonly (string | number)[];

/** Where a field may stand: which extension, its list, the property that names the field, and the one with its text. */
const PLACES = [
  { extension: 'zeebe:IoMapping', list: 'inputParameters', name: 'target', text: 'source' },
  { extension: 'zeebe:TaskHeaders', list: 'values', name: 'key', text: 'value' },
] as const;

/**
 * The moddle path of a field's text. A field is an input mapping (`input.source`) or a task header
 * (`resultExpression`); `undefined` where the task has no such field.
 */
export function fieldPath(businessObject: ModdleElement, field: string): ModdlePath | undefined {
  const extensions = extensionsOf(businessObject);
  for (const place of PLACES) {
    const extensionIndex = extensions.findIndex((extension) => extension.$type === place.extension);
    const extension = extensions[extensionIndex];
    if (!extension) continue;
    const index = childrenOf(extension, place.list).findIndex((entry) => textOf(entry, place.name) === field);
    if (index >= 0) return ['extensionElements', 'values', extensionIndex, place.list, index, place.text];
  }
  return undefined;
}
