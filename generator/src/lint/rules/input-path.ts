import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** Input names that are no path of variables, or that lie inside each other: a job could not carry both. */
export const inputPath: LintRule = {
  id: 'input-path',
  check: (template) => {
    const inputs = propertiesOf(template).flatMap(([id, { binding }]) =>
      binding.type === 'zeebe:input' ? [{ id, name: binding.name }] : [],
    );
    return inputs.flatMap(({ id, name }) => {
      const segments = name.split('.');
      if (segments.some((segment) => segment.trim() === '' || segment === '__proto__')) {
        return [error(`the input "${name}" is no variable path; write names joined by dots, such as input.source`, id)];
      }
      const inner = inputs.find((other) => other.name.startsWith(`${name}.`));
      return inner === undefined
        ? []
        : [error(`the input "${name}" is a value, yet "${inner.id}" writes "${inner.name}" inside it; rename one`, id)];
    });
  },
};
