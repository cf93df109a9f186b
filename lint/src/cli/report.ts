import type { Severity } from '@eventbridge-kit/issue';
import type { LintIssue } from '../rule/lint-issue.ts';
import type { Position } from './positions.ts';

/** Rule of a file that could not be read as a diagram, or not all of it; it has no page, and cannot be switched off. */
export const NOT_READ = 'bpmn-file';

/** What was found in one file. */
export interface FileReport {
  readonly file: string;
  readonly findings: readonly FileFinding[];
  /** How many fixes have been made. */
  readonly fixed?: number;
  /** What has not been fixed or changed though it was asked for, and why. */
  readonly notFixed?: readonly string[];
}

/** A finding with its place in the file. */
export interface FileFinding extends LintIssue, Partial<Position> {}

/** What a run of the command found. */
export interface Report {
  readonly version: string;
  readonly files: readonly FileReport[];
  /** True where what is no error was left out. */
  readonly onlyErrors?: boolean;
}

export function countOf(report: Report, severity: Severity): number {
  return findingsOf(report).filter((finding) => finding.severity === severity).length;
}

/** The report with its errors alone. */
export function errorsOf({ files, ...rest }: Report): Report {
  const isError = ({ severity }: FileFinding): boolean => severity === 'error';
  return {
    ...rest,
    onlyErrors: true,
    files: files.map((file) => ({ ...file, findings: file.findings.filter(isError) })),
  };
}

export function findingsOf({ files }: Report): FileFinding[] {
  return files.flatMap(({ findings }) => findings);
}
