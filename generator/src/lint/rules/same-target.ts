import { bindingKind } from '../../bindings/kind-of.ts';
import type { AnyProperty } from '../../types/registry.ts';
import { propertiesOf } from '../conditions.ts';
import { exclusions } from '../exclusion.ts';
import { type LintRule, error } from '../rule.ts';

/** Two properties that can exist at the same time and write the same place: the later one wins by accident. */
export const sameTarget: LintRule = {
  id: 'same-target',
  check: (template) => {
    const exclude = exclusions(template.properties);
    const earlier = new Map<string, [string, AnyProperty][]>();
    return propertiesOf(template).flatMap(([id, property]) => {
      const target = bindingKind(property.binding).target(property.binding);
      if (target === undefined) return [];
      const others = earlier.get(target) ?? [];
      const [rival] = others.find(([, other]) => !exclude(other, property)) ?? [];
      earlier.set(target, [...others, [id, property]]);
      return rival === undefined
        ? []
        : [
            error(
              `it writes the ${target}, as "${rival}" does at the same time; give both conditions that exclude each other`,
              id,
              'binding',
            ),
          ];
    });
  },
};
