import { read } from 'camunda-feel';
import semver from 'semver';
import type { LintTools } from '../lint/rule.ts';

/** What the lint rules need of other packages. */
export const lintTools: LintTools = {
  feelProblem: (expression) => {
    const problem = read(expression)?.problem;
    return problem && `${problem.message.replace(/\.$/, '')} at character ${problem.from + 1}`;
  },
  isVersionRange: (range) => semver.validRange(range) !== null,
};
