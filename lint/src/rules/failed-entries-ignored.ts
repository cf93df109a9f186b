import { message } from '@eventbridge-kit/issue';
import { headerOf } from '../model/event-task.ts';
import { headerExpression } from '../rule/feel-texts.ts';
import { convertToSendEvent } from '../rule/convert.ts';
import { defineRule } from '../rule/rule.ts';

/** What in a response tells that the event was rejected. */
const SIGNS = /failedEntryCount|errorCode|errorMessage/;

export const rule = defineRule({
  id: 'failed-entries-ignored',
  title: 'A rejected event counts as sent',
  severity: 'warning',
  scope: 'task',
  check(task) {
    const header = headerExpression(task, 'errorExpression');
    if (!header?.expression.root || !task.family.rejectedIsSuccess) return [];
    if (SIGNS.test(header.text) || SIGNS.test(headerOf(task, 'resultExpression')?.text ?? '')) return [];
    const fix = convertToSendEvent(task);
    return [
      {
        message: message({
          wrong:
            'This connector completes the task although EventBridge rejected the event, and the error expression does not look for it',
          found: 'an error expression without failedEntryCount',
          instead: `Ask for it, for example if response.failedEntryCount > 0 then jobError("rejected") else ...${fix ? ', or change to "Send event to Amazon EventBridge", which fails the job' : ''}.`,
        }),
        at: header.at,
        ...(fix && { fix }),
      },
    ];
  },
});
