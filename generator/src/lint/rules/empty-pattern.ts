import { propertiesOf } from '../conditions.ts';
import { constraintProblem } from '../matches.ts';
import { type LintRule, error } from '../rule.ts';

/** Constraints that refuse the empty text of a field that may stay empty: the modeler would complain at once. */
export const emptyPattern: LintRule = {
  id: 'empty-pattern',
  check: (template) =>
    propertiesOf(template).flatMap(([id, { type, value, constraints }]) => {
      if (constraints === undefined || constraints.notEmpty === true) return [];
      if (type === 'Hidden' || value !== undefined) return [];
      // the modeler has either for an empty field: see orEmpty
      const { pattern } = constraints;
      const problem =
        constraintProblem('', constraints) ?? constraintProblem('undefined', pattern === undefined ? {} : { pattern });
      return problem === undefined
        ? []
        : [error(`may stay empty, but the empty text ${problem}; let it through (orEmpty), or set notEmpty`, id)];
    }),
};
