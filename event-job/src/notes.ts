import type { Issue } from '@eventbridge-kit/issue';

/** The issues, and with each field's error what else is known about that field. */
export function withNotes(issues: readonly Issue[], notes: readonly Issue[]): Issue[] {
  const fields = new Set(issues.filter(({ severity }) => severity === 'error').map(({ field }) => field));
  return [...issues, ...notes.filter(({ field }) => fields.has(field))];
}
