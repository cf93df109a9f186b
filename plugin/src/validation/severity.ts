import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';

export type Severity = LintIssue['severity'];

/** The worst first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

/** What a severity is called, one and many. */
export const SEVERITY_NAMES: Readonly<Record<Severity, { readonly one: string; readonly many: string }>> = {
  error: { one: 'Error', many: 'Errors' },
  warning: { one: 'Warning', many: 'Warnings' },
  info: { one: 'Information', many: 'Information' },
};

/** A drawing for each, so that no severity is told by its colour alone; in a box of 16 by 16. */
export const SEVERITY_SHAPES: Readonly<Record<Severity, { readonly outline: string; readonly sign: string }>> = {
  error: { outline: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z', sign: 'm5.4 5.4 5.2 5.2m0-5.2-5.2 5.2' },
  warning: { outline: 'M8 1.2 15.4 14.6H.6Z', sign: 'M8 6v4m0 1.7v.7' },
  info: { outline: 'M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Z', sign: 'M8 7.2v4.3M8 4.4v.8' },
};

/** The worst severity of some issues; nothing where there are none. */
export function worstOf(issues: readonly LintIssue[]): Severity | undefined {
  return SEVERITIES.find((severity) => issues.some((issue) => issue.severity === severity));
}
