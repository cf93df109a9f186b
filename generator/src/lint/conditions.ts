import type { TemplateSpec } from '../definition/template.ts';
import type { Condition, SimpleCondition } from '../job-input/index.ts';
import type { AnyProperty } from '../types/registry.ts';

/** The comparisons of a condition, all of which must hold. */
export const simpleConditions = (condition: Condition | undefined): readonly SimpleCondition[] => {
  if (condition === undefined) return [];
  return 'allMatch' in condition ? condition.allMatch : [condition];
};

/** All comparisons that decide about the property or its choices. */
export const conditionsOf = (property: AnyProperty): readonly SimpleCondition[] => [
  ...simpleConditions(property.condition),
  ...('choices' in property ? property.choices.flatMap((choice) => simpleConditions(choice.condition)) : []),
];

/** The template's own properties with their ids. */
export const propertiesOf = (template: TemplateSpec): [string, AnyProperty][] => Object.entries(template.properties);

/** Ids as a message lists them. */
export const listed = (ids: readonly string[]): string => (ids.length === 0 ? '(none)' : ids.join(', '));

/** The values that the comparison accepts; undefined where it compares no values. */
export const acceptedValues = (condition: SimpleCondition): readonly unknown[] | undefined => {
  if ('equals' in condition) return [condition.equals];
  return 'oneOf' in condition ? condition.oneOf : undefined;
};
