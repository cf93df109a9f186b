import { message } from '@eventbridge-kit/issue';
import { convertToSendEvent } from '../rule/convert.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'official-template',
  title: "Task of Camunda's own connector",
  severity: 'info',
  scope: 'task',
  check(task) {
    const fix = convertToSendEvent(task);
    if (!fix) return [];
    return [
      {
        message: message({
          wrong:
            'This connector sends one event a call, and completes the task although EventBridge rejected the event',
          found: `the job type ${task.family.jobType}`,
          instead: 'Change to "Send event to Amazon EventBridge": all values are kept.',
        }),
        fix,
      },
    ];
  },
});
