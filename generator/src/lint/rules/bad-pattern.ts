import { thrownText } from '@eventbridge-kit/issue';
import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A pattern that is no regular expression: the modeler fails on the field. */
export const badPattern: LintRule = {
  id: 'bad-pattern',
  check: (template) =>
    propertiesOf(template).flatMap(([id, { constraints }]) => {
      const pattern = constraints?.pattern;
      const source = typeof pattern === 'string' ? pattern : pattern?.value;
      const problem = source === undefined ? undefined : regExpProblem(source);
      return problem === undefined
        ? []
        : [error(`its pattern is no regular expression: ${problem}`, id, 'constraints', 'pattern')];
    }),
};

function regExpProblem(source: string): string | undefined {
  try {
    new RegExp(source);
    return undefined;
  } catch (problem) {
    return thrownText(problem);
  }
}
