import { propertyId } from '../../types/registry.ts';
import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** An id that several properties have: conditions and presets reach one of them. Only JSON can say so; in a definition
 * the ids are the keys of a record. */
export const repeatedId: LintRule = {
  id: 'repeated-id',
  check: (template) => {
    const seen = new Set<string>();
    return propertiesOf(template).flatMap(([key, property]) => {
      const id = propertyId(key, property);
      if (id === undefined) return [];
      if (seen.has(id))
        return [error(`another property has the id "${id}" already; give it one of its own`, key, 'id')];
      seen.add(id);
      return [];
    });
  },
};
