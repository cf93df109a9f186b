import { listed, propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** Choices that repeat, and defaults that are none of them. */
export const defaultChoice: LintRule = {
  id: 'default-choice',
  check: (template) =>
    propertiesOf(template).flatMap(([id, property]) => {
      if (!('choices' in property)) return [];
      const values = property.choices.map((choice) => choice.value);
      const repeated = values.filter((value, index) => values.indexOf(value) < index);
      const { value, whenMissing } = property;
      return [
        ...repeated.map((choice) => error(`the choice "${choice}" stands twice; remove one`, id, 'choices')),
        ...Object.entries({ value, whenMissing }).flatMap(([member, chosen]) =>
          chosen === undefined || values.some((choice) => choice === chosen)
            ? []
            : [error(`its ${member} "${String(chosen)}" is no choice; the choices are: ${listed(values)}`, id, member)],
        ),
      ];
    }),
};
