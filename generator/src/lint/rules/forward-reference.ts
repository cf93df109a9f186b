import { propertyId } from '../../types/registry.ts';
import { conditionsOf, propertiesOf } from '../conditions.ts';
import { type LintRule, asWarning, error } from '../rule.ts';

/** A condition on a property that comes later: its field would appear above the one that makes it appear. */
export const forwardReference: LintRule = {
  id: 'forward-reference',
  check: (template) => {
    const order = propertiesOf(template).map(([key, property]) => propertyId(key, property));
    return propertiesOf(template).flatMap(([id, property], index) =>
      [...new Set(conditionsOf(property).map((condition) => condition.property))]
        .filter((reference) => order.indexOf(reference) > index)
        .map((reference) =>
          asWarning(
            error(
              `its condition refers to "${reference}", which comes later; move "${reference}" before it`,
              id,
              'condition',
            ),
          ),
        ),
    );
  },
};
