import { propertiesOf } from '../conditions.ts';
import { type LintRule, asWarning, errorAt } from '../rule.ts';

/** A group without fields: the modeler never shows it. */
export const unusedGroup: LintRule = {
  id: 'unused-group',
  check: (template) => {
    const used = new Set(propertiesOf(template).map(([, property]) => property.group));
    return Object.keys(template.groups ?? {})
      .filter((group) => !used.has(group))
      .map((group) =>
        asWarning(errorAt(['groups', group], `the group "${group}" holds no property; give it one or remove it`)),
      );
  },
};
