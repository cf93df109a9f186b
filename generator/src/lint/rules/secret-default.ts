import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A name of a secret, which gives nothing away. https://docs.camunda.io/docs/components/connectors/use-connectors/#using-secrets */
const PLACEHOLDER = /^\{\{\s*secrets\.[^{}\s]+\s*\}\}$/;

/** A secret with a value in the template: everybody who has the template has the secret. */
export const secretDefault: LintRule = {
  id: 'secret-default',
  check: (template) =>
    propertiesOf(template).flatMap(([id, property]) => {
      if (property.secret !== true) return [];
      const { value, whenMissing } = property;
      const named = typeof value === 'string' && PLACEHOLDER.test(value);
      return [
        ...(value === undefined || named
          ? []
          : [error('it is secret and has a default; drop it, or name a secret as {{secrets.NAME}}', id, 'value')]),
        ...(whenMissing === undefined ? [] : [error('it is secret and has a default; drop it', id, 'whenMissing')]),
      ];
    }),
};
