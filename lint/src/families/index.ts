import type { Family } from '../model/event-task.ts';
import { officialFamily } from './official.ts';
import { sendEventFamily } from './send-event.ts';

/** Every kind of EventBridge task; the first is this project's own. */
export const FAMILIES: readonly Family[] = [sendEventFamily, officialFamily];

/** The family of a task by its template, else by its job type; undefined for any other task. */
export function familyOf(templateId: string | undefined, jobType: string | undefined): Family | undefined {
  return (
    FAMILIES.find((family) => templateId !== undefined && family.templateIds.includes(templateId)) ??
    FAMILIES.find((family) => family.jobType === jobType)
  );
}
