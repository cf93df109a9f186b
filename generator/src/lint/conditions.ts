import type { TemplateSpec } from '../definition/template.ts';
import type { Condition, SimpleCondition } from '../job-input/index.ts';
import { type AnyProperty, propertyId } from '../types/registry.ts';

/** The comparisons of a condition, all of which must hold. */
export function simpleConditions(condition: Condition | undefined): readonly SimpleCondition[] {
  if (condition === undefined) return [];
  return 'allMatch' in condition ? condition.allMatch : [condition];
}

/** All comparisons that decide about the property or its choices. */
export function conditionsOf(property: AnyProperty): readonly SimpleCondition[] {
  return [
    ...simpleConditions(property.condition),
    ...('choices' in property ? property.choices.flatMap((choice) => simpleConditions(choice.condition)) : []),
  ];
}

type Properties = TemplateSpec['properties'];

/** The template's own properties with their keys. */
export function propertiesOf({ properties }: { readonly properties: Properties }): [string, AnyProperty][] {
  return Object.entries(properties);
}

/** The properties that conditions and presets can name, by id: several where an id stands twice. */
export function propertiesById(properties: Properties): ReadonlyMap<string, readonly AnyProperty[]> {
  const found = new Map<string, AnyProperty[]>();
  for (const [key, property] of Object.entries(properties)) {
    const id = propertyId(key, property);
    if (id === undefined) continue;
    const known = found.get(id);
    if (known === undefined) found.set(id, [property]);
    else known.push(property);
  }
  return found;
}

/** Ids as a message lists them. */
export function listed(ids: Iterable<string>): string {
  return [...ids].join(', ') || '(none)';
}

/** The values that the comparison accepts; undefined where it compares no values. */
export function acceptedValues(condition: SimpleCondition): readonly unknown[] | undefined {
  if ('equals' in condition) return [condition.equals];
  return 'oneOf' in condition ? condition.oneOf : undefined;
}
