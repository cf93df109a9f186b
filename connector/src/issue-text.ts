import type { Issue } from './issue.ts';

/** Several issues as one readable message: each field once with its message, errors before warnings. */
export function issueText(issues: readonly Issue[]): string {
  const order = { error: 0, warning: 1, info: 2 } as const;
  const sorted = issues.toSorted((a, b) => order[a.severity] - order[b.severity]);
  return sorted.map((issue) => (issue.field === '' ? issue.message : `${issue.field}: ${issue.message}`)).join('\n');
}
