import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A secret with a value in the template: everybody who has the template has the secret. */
export const secretDefault: LintRule = {
  id: 'secret-default',
  check: (template) =>
    propertiesOf(template).flatMap(([id, property]) =>
      property.secret === true && (property.value !== undefined || property.whenMissing !== undefined)
        ? [error('it is secret and has a default; drop the default', id)]
        : [],
    ),
};
