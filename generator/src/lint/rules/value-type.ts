import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';
import { valueProblem } from '../value-kind.ts';

/** A default that the field can never hold: `abc` in a number field, the text `yes` in a checkbox. */
export const valueType: LintRule = {
  id: 'value-type',
  check: (template) =>
    propertiesOf(template).flatMap(([id, property]) => {
      const { value, whenMissing } = property;
      return Object.entries({ value, whenMissing }).flatMap(([member, written]) => {
        const problem = written === undefined ? undefined : valueProblem(property, written);
        return problem === undefined
          ? []
          : [error(`its ${member} cannot be ${JSON.stringify(written)}: ${problem}`, id, member)];
      });
    }),
};
