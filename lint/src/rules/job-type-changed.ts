import { message, quote } from '@eventbridge-kit/issue';
import { FAMILIES } from '../model/families/index.ts';
import { isFeel } from '../model/value.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'job-type-changed',
  title: "The job type is not the template's",
  severity: 'warning',
  scope: 'task',
  check({ template, family, jobType }) {
    if (!template || !family.templateIds.includes(template.id) || family.hasOwnJobType(template.id)) return [];
    // Either template runs on either connector.
    const isServed = jobType && (isFeel(jobType.text) || FAMILIES.some((known) => known.jobType === jobType.text));
    if (isServed) return [];
    return [
      {
        message: message({
          wrong:
            'No worker for EventBridge asks for jobs of this type, so the task waits forever unless one of your own does',
          found: jobType ? quote(jobType.text) : 'no job type',
          instead: `Write ${quote(family.jobType)}.`,
        }),
        field: 'type',
        ...(jobType && { at: jobType }),
        fix: { title: `Replace with ${family.jobType}`, edits: [{ kind: 'set-job-type', jobType: family.jobType }] },
      },
    ];
  },
});
