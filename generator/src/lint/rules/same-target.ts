import { bindingKind } from '../../bindings/registry.ts';
import type { TemplateSpec } from '../../definition/template.ts';
import type { SimpleCondition } from '../../job-input/index.ts';
import { acceptedValues, propertiesOf, simpleConditions } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** Two properties that can exist at the same time and write the same place: the later one wins by accident. */
export const sameTarget: LintRule = {
  id: 'same-target',
  check: (template) => {
    const earlier: { readonly id: string; readonly target: string }[] = [];
    return propertiesOf(template).flatMap(([id, property]) => {
      const target = bindingKind(property.binding).target(property.binding);
      if (target === undefined) return [];
      const rival = earlier.find((other) => other.target === target && !excludeEachOther(template, other.id, id));
      earlier.push({ id, target });
      return rival === undefined
        ? []
        : [
            error(
              `it writes the ${target}, as "${rival.id}" does at the same time; give both conditions that exclude each other`,
              id,
            ),
          ];
    });
  },
};

/** True where some comparison of one can never hold together with some comparison of the other. */
const excludeEachOther = (template: TemplateSpec, a: string, b: string): boolean =>
  simpleConditions(template.properties[a]?.condition).some((left) =>
    simpleConditions(template.properties[b]?.condition).some((right) => areDisjoint(left, right)),
  );

const areDisjoint = (a: SimpleCondition, b: SimpleCondition): boolean => {
  if (a.property !== b.property) return false;
  if ('isEmpty' in a && 'isEmpty' in b) return a.isEmpty !== b.isEmpty;
  if ('isActive' in a && 'isActive' in b) return a.isActive !== b.isActive;
  if ('isActive' in a) return !a.isActive;
  if ('isActive' in b) return !b.isActive;
  const [left, right] = [acceptedValues(a), acceptedValues(b)];
  if (left === undefined || right === undefined) {
    // A comparison with a value never holds for an empty property.
    return ('isEmpty' in a && a.isEmpty) || ('isEmpty' in b && b.isEmpty);
  }
  return !left.some((value) => right.includes(value));
};
