import { propertiesOf } from '../conditions.ts';
import { constraintProblem } from '../matches.ts';
import { type Finding, type LintRule, asWarning, error } from '../rule.ts';

/** Constraints that refuse the empty text of a field that may stay empty: the modeler would complain at once. */
export const emptyPattern: LintRule = {
  id: 'empty-pattern',
  check: (template) =>
    propertiesOf(template).flatMap(([id, { type, value, constraints }]): Finding[] => {
      if (constraints === undefined || constraints.notEmpty === true) return [];
      if (type === 'Hidden' || value !== undefined) return [];
      const problem = constraintProblem('', constraints);
      if (problem !== undefined) {
        const message = `may stay empty, but the empty text ${problem}; let it through (orEmpty), or set notEmpty`;
        return [error(message, id, 'constraints')];
      }
      // the modeler has either for an empty field: see orEmpty
      const { pattern } = constraints;
      if (pattern === undefined || constraintProblem('undefined', { pattern }) === undefined) return [];
      const message =
        'may stay empty, but newer modelers test the pattern of an empty field with the word "undefined", which it refuses; write orEmpty(pattern)';
      return [asWarning(error(message, id, 'constraints', 'pattern'))];
    }),
};
