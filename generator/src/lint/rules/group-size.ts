import { PROPERTY_KINDS } from '../../types/registry.ts';
import { propertiesOf } from '../conditions.ts';
import { type LintRule, asWarning, errorAt } from '../rule.ts';

/** Most fields a group shows at once that a user takes in: Camunda's advice for templates of https://marketplace.camunda.com. */
export const MAX_GROUP_FIELDS = 6;

/** A long group. */
export const groupSize: LintRule = {
  id: 'group-size',
  check: (template) =>
    Object.keys(template.groups ?? {}).flatMap((group) => {
      const fields = propertiesOf(template).filter(
        ([, property]) =>
          property.group === group && PROPERTY_KINDS[property.type].visible && property.condition === undefined,
      );
      return fields.length > MAX_GROUP_FIELDS
        ? [
            asWarning(
              errorAt(
                ['groups', group],
                `the group "${group}" always shows ${fields.length} fields; split it, ${MAX_GROUP_FIELDS} read well`,
              ),
            ),
          ]
        : [];
    }),
};
