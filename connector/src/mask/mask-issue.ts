import type { Issue } from '@eventbridge-kit/issue';
import type { Mask } from './mask.ts';

/** An issue with secrets hidden wherever a user's text may stand: a field's name may come from a key. */
export function maskIssue(issue: Issue, mask: Mask): Issue {
  const { field, message, fix } = issue;
  return {
    ...issue,
    field: mask.text(field),
    message: mask.text(message),
    ...(fix !== undefined && { fix: { title: mask.text(fix.title), value: mask.text(fix.value) } }),
  };
}
