import { propertiesOf } from '../conditions.ts';
import { type LintRule, error } from '../rule.ts';

/** A default that is FEEL, by its `=` or because its field always is, and is no FEEL expression. */
export const feelSyntax: LintRule = {
  id: 'feel-syntax',
  check: (template, { feelProblem }) =>
    propertiesOf(template).flatMap(([id, property]) => {
      const { value, binding } = property;
      const feel = 'feel' in property ? property.feel : undefined;
      const source = binding.type === 'zeebe:output' ? binding.source : undefined;
      const written = Object.entries({ value, binding: source });
      return written.flatMap(([member, text]) => {
        if (typeof text !== 'string') return [];
        const expression = text.startsWith('=') ? text.slice(1) : feel === 'required' ? text : undefined;
        const problem = expression === undefined ? undefined : feelProblem?.(expression);
        return problem === undefined ? [] : [error(`"${text}" is no FEEL expression: ${problem}`, id, member)];
      });
    }),
};
