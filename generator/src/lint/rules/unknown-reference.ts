import { acceptedValues, conditionsOf, listed, propertiesOf } from '../conditions.ts';
import { type Finding, type LintRule, error } from '../rule.ts';
import type { SimpleCondition } from '../../job-input/index.ts';
import type { AnyProperty } from '../../types/registry.ts';

/** References that lead nowhere. The compiler finds them too; definitions in plain JavaScript have only this. */
export const unknownReference: LintRule = {
  id: 'unknown-reference',
  check: (template) => {
    const groups = Object.keys(template.groups ?? {});
    return propertiesOf(template).flatMap(([id, property]) => [
      ...(property.group === undefined || groups.includes(property.group)
        ? []
        : [error(`no group has the id "${property.group}"; the ids are: ${listed(groups)}`, id)]),
      ...conditionsOf(property).flatMap((condition) => findings(id, condition, template.properties)),
    ]);
  },
};

const findings = (
  id: string,
  condition: SimpleCondition,
  properties: Readonly<Record<string, AnyProperty>>,
): readonly Finding[] => {
  const target = Object.hasOwn(properties, condition.property) ? properties[condition.property] : undefined;
  if (target === undefined) {
    const known = listed(Object.keys(properties));
    return [error(`its condition names "${condition.property}", which is no property; the ids are: ${known}`, id)];
  }
  if (!('choices' in target)) return [];
  const choices = target.choices.map((choice) => choice.value);
  return (acceptedValues(condition) ?? [])
    .filter((value) => !choices.some((choice) => choice === value))
    .map((value) =>
      error(
        `its condition compares "${condition.property}" with "${String(value)}"; the choices are: ${listed(choices)}`,
        id,
      ),
    );
};
