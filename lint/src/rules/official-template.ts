import { convertToSendEvent } from '../rule/convert.ts';
import { message } from '../rule/message.ts';
import { defineRule } from '../rule/rule.ts';

export const rule = defineRule({
  id: 'official-template',
  title: "Task of Camunda's own connector",
  severity: 'info',
  scope: 'task',
  strictOnly: true,
  check(task) {
    const fix = convertToSendEvent(task);
    if (!fix) return [];
    return [
      {
        message: message(
          'This connector sends one event a call, and completes the task although EventBridge rejected the event',
          `the job type ${task.family.jobType}`,
          'Change to "Send event to Amazon EventBridge": all values are kept.',
        ),
        fix,
      },
    ];
  },
});
