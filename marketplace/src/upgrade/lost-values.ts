import type { Binding, TemplateJson, TemplateProperty } from './template-json.ts';

/** A field whose value an upgrade does not take over. */
export interface LostValue {
  readonly label: string;
  /** The name of the input, header or the like that held the value. */
  readonly binding: string;
}

/** Where a property's value stands in a diagram. A modeler finds it again by this alone. */
export function bindingKey(binding: Binding): string {
  return JSON.stringify(Object.entries(binding).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

export function bindingName({ type, name, key, source, property }: Binding): string {
  return name ?? key ?? source ?? property ?? type;
}

function fieldsOf({ properties = [] }: TemplateJson): readonly TemplateProperty[] {
  return properties.filter(({ type }) => type !== 'Hidden');
}

/** Fields of the older version that a person filled in, and whose place the newer one does not have any more. */
export function lostValues(older: TemplateJson, newer: TemplateJson): LostValue[] {
  const kept = new Set((newer.properties ?? []).map(({ binding }) => bindingKey(binding)));
  return fieldsOf(older)
    .filter(({ binding }) => !kept.has(bindingKey(binding)))
    .map(({ label = '', binding }) => ({ label, binding: bindingName(binding) }));
}
