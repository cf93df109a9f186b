import { lintExpression } from '@bpmn-io/feel-lint';
import semver from 'semver';
import type { LintTools } from '../lint/rule.ts';

/** What the lint rules need of other packages. */
export const lintTools: LintTools = {
  feelProblem: (expression) => {
    // Camunda's dialect has names in backticks.
    const [problem] = lintExpression(expression, { parserDialect: 'camunda' }).filter(
      (finding) => finding.severity === 'error',
    );
    return problem === undefined ? undefined : `${problem.message} at character ${problem.from + 1}`;
  },
  isVersionRange: (range) => semver.validRange(range) !== null,
};
