import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A default that starts with `=` and is no FEEL expression. */
export const feelSyntax: LintRule = {
  id: 'feel-syntax',
  check: (template, { feelProblem }) =>
    propertiesOf(template).flatMap(([id, { value, binding }]) => {
      const source = binding.type === 'zeebe:output' ? binding.source : undefined;
      return [value, source].flatMap((expression) => {
        if (typeof expression !== 'string' || !expression.startsWith('=')) return [];
        const problem = feelProblem?.(expression.slice(1));
        return problem === undefined ? [] : [error(`"${expression}" is no FEEL expression: ${problem}`, id)];
      });
    }),
};
