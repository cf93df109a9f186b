import { propertiesOf } from '../conditions.ts';
import { exclusions } from '../exclusion.ts';
import { type LintRule, error } from '../rule.ts';

/** Input names that are no path of variables, or that lie inside each other at the same time: a job could not carry both. */
export const inputPath: LintRule = {
  id: 'input-path',
  check: (template) => {
    const exclude = exclusions(template.properties);
    const inputs = propertiesOf(template).flatMap(([id, property]) =>
      property.binding.type === 'zeebe:input' ? [{ id, property, name: property.binding.name }] : [],
    );
    return inputs.flatMap(({ id, property, name }) => {
      const segments = name.split('.');
      if (segments.some((segment) => segment.trim() === '' || segment === '__proto__')) {
        return [
          error(
            `the input "${name}" is no variable path; write names joined by dots, such as input.source`,
            id,
            'binding',
          ),
        ];
      }
      const inner = inputs.find((other) => other.name.startsWith(`${name}.`) && !exclude(property, other.property));
      return inner === undefined
        ? []
        : [
            error(
              `the input "${name}" is a value, yet "${inner.id}" writes "${inner.name}" inside it; rename one`,
              id,
              'binding',
            ),
          ];
    });
  },
};
