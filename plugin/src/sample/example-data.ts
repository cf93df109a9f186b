import { parseJsonObject, type Json, type JsonObject } from '@eventbridge-kit/issue';
import { childrenOf, extensionOf, textOf, type ModdleElement } from '../host/moddle.ts';

/**
 * The property in which Camunda's modelers keep the variables that an element gives, as JSON text:
 * https://github.com/camunda/example-data-properties-provider
 */
export const EXAMPLE_OUTPUT = 'camundaModeler:exampleOutputJson';

/**
 * Variables that the diagram's authors gave as example output of the other elements around this one, from the inmost
 * scope to the process. Text that is no JSON object is left out: it is the properties panel's to complain.
 */
export function exampleData(businessObject: ModdleElement): JsonObject {
  const found = new Map<string, Json>();
  for (let scope = businessObject.$parent; scope; scope = scope.$parent) {
    for (const element of childrenOf(scope, 'flowElements')) {
      if (element === businessObject) continue;
      for (const [name, value] of Object.entries(exampleOutput(element))) {
        if (!found.has(name)) found.set(name, value);
      }
    }
  }
  return Object.fromEntries(found);
}

/** The example output that one element carries; nothing where it has none. */
export function exampleOutput(element: ModdleElement): JsonObject {
  const properties = extensionOf(element, 'zeebe:Properties');
  if (!properties) return {};
  const property = childrenOf(properties, 'properties').find((entry) => textOf(entry, 'name') === EXAMPLE_OUTPUT);
  return parseJsonObject(property ? (textOf(property, 'value') ?? '') : '') ?? {};
}
