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
}

export function countOf(report: Report, severity: Severity): number {
  return findingsOf(report).filter((finding) => finding.severity === severity).length;
}

export function findingsOf({ files }: Report): FileFinding[] {
  return files.flatMap(({ findings }) => findings);
}
