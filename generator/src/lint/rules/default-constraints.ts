import { propertiesOf } from '../conditions.ts';
import { constraintProblem } from '../matches.ts';
import { type Finding, type LintRule, asWarning, error } from '../rule.ts';

/** A default that breaks its own constraints: each new task would start with an error. */
export const defaultConstraints: LintRule = {
  id: 'default-constraints',
  check: (template) =>
    propertiesOf(template).flatMap(([id, { value, constraints }]): Finding[] => {
      if (typeof value !== 'string') return [];
      if (value.trim() === '' && constraints?.notEmpty === true) {
        const finding = error('its default is empty although the field must not be; drop the default', id, 'value');
        // no text at all is as good as no default
        return [value === '' ? asWarning(finding) : finding];
      }
      const problem = value.startsWith('=') ? undefined : constraintProblem(value, constraints);
      return problem === undefined ? [] : [error(`its default "${value}" ${problem}; change one of them`, id, 'value')];
    }),
};
