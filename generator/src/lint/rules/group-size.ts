import { PROPERTY_KINDS } from '../../types/registry.ts';
import { propertiesOf } from '../conditions.ts';
import { type LintRule, warning } from '../rule.ts';

/** More fields in a group than a user overlooks. Source: https://docs.camunda.io/docs/components/connectors/custom-built-connectors/connector-template-best-practices/ */
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
            warning(
              `the group "${group}" always shows ${fields.length} fields; split it, ${MAX_GROUP_FIELDS} read well`,
            ),
          ]
        : [];
    }),
};
