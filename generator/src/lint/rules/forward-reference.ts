import { conditionsOf, propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A condition on a property that comes later: its field would appear above the one that makes it appear. */
export const forwardReference: LintRule = {
  id: 'forward-reference',
  check: (template) => {
    const order = Object.keys(template.properties);
    return propertiesOf(template).flatMap(([id, property]) =>
      conditionsOf(property)
        .map((condition) => condition.property)
        .filter((reference) => order.indexOf(reference) > order.indexOf(id))
        .map((reference) =>
          error(`its condition refers to "${reference}", which comes later; move "${reference}" before it`, id),
        ),
    );
  },
};
