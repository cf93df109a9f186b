import { propertiesOf } from '../conditions.ts';
import { type LintRule, asWarning, error } from '../rule.ts';

/** A default without `=` in a field that is always FEEL: newer modelers put it in front, older ones write plain text. */
export const feelDefault: LintRule = {
  id: 'feel-default',
  check: (template) =>
    propertiesOf(template).flatMap(([id, property]) => {
      const { value } = property;
      if (!('feel' in property) || property.feel !== 'required' || typeof value !== 'string') return [];
      if (value.startsWith('=')) return [];
      const message = `its field is always FEEL, yet its default has no leading "=", found "${value}"; write "=${value}"`;
      return [asWarning(error(message, id, 'value'))];
    }),
};
