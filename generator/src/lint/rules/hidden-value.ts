import { propertyId } from '../../types/registry.ts';
import { propertiesOf } from '../conditions.ts';
import { type Finding, type LintRule, asWarning, error } from '../rule.ts';

/** A hidden property that nothing gives a value: nobody can enter one. */
export const hiddenValue: LintRule = {
  id: 'hidden-value',
  check: (template) => {
    const preset = new Set(Object.values(template.presets ?? {}).flatMap((values) => Object.keys(values)));
    return propertiesOf(template).flatMap(([key, property]): Finding[] => {
      if (property.type !== 'Hidden' || property.value !== undefined || property.generatedValue !== undefined)
        return [];
      // what makes a user task a Camunda user task has no value
      if (property.binding.type === 'zeebe:userTask') return [];
      const id = propertyId(key, property);
      if (id !== undefined && preset.has(id)) return [];
      if (property.optional === true) {
        return [
          asWarning(
            error(
              'it is hidden, optional and without a value: it never writes anything; drop it, or give it a value',
              key,
            ),
          ),
        ];
      }
      // https://docs.camunda.io/docs/components/modeler/element-templates/ : an empty mapping is null from 8.8 on
      return property.binding.type === 'zeebe:input'
        ? [
            asWarning(
              error(
                'it is hidden and has no value: its mapping is empty, which engines before 8.8 refuse; give it a value, or "=null" where null is meant',
                key,
              ),
            ),
          ]
        : [error('it is hidden and has no value, and nobody can enter one; give it a value or a generatedValue', key)];
    });
  },
};
