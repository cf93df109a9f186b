import { documentationUrl } from '../../rule/documentation.ts';
import { countOf, findingsOf, NOT_READ } from '../report.ts';
import type { Format } from './format.ts';

/** One object: findings of all files in a list, and their counts. */
export const json: Format = (report) => {
  const findings = report.files.flatMap(({ file, findings: own }) =>
    own.map(({ rule, severity, elementId, elementName, field, label, message, line, column, path, range, fix }) => ({
      rule,
      severity,
      file,
      ...(line !== undefined && { line, column }),
      elementId,
      ...(elementName !== undefined && { elementName }),
      field,
      ...(label !== undefined && { label }),
      message,
      ...(path && { path }),
      ...(range && { range }),
      ...(fix && { fix }),
      ...(rule !== NOT_READ && { documentation: documentationUrl(rule) }),
    })),
  );
  const summary = {
    files: report.files.length,
    errors: countOf(report, 'error'),
    warnings: countOf(report, 'warning'),
    hints: countOf(report, 'info'),
    fixed: report.files.reduce((sum, { fixed = 0 }) => sum + fixed, 0),
    fixable: findingsOf(report).filter(({ fix }) => fix).length,
  };
  return `${JSON.stringify({ version: report.version, findings, summary }, null, 2)}\n`;
};
