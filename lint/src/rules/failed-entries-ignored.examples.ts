import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The task is one of Camunda's own connector, and its error expression does not look for rejected events.",
  why: 'EventBridge answers 200 and says in failedEntryCount that it took nothing. The official connector calls that a success: the process goes on, the event is lost.',
  source:
    'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html#API_PutEvents_ResponseElements',
  remedy:
    'Ask for response.failedEntryCount in the error expression, or change the task to "Send event to Amazon EventBridge", whose worker fails the job.',
  invalid: [
    {
      name: 'only failures of the call',
      task: { ...official, headers: { errorExpression: '=if error.code = "400" then jobError("Not sent") else null' } },
      finds: [{ field: 'errorExpression', fix: 'Change to "Send event to Amazon EventBridge"' }],
    },
  ],
  valid: [
    {
      name: 'the count is looked at',
      task: {
        ...official,
        headers: { errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null' },
      },
    },
    {
      name: 'by way of the result mapping',
      task: {
        ...official,
        headers: {
          resultExpression: '={failed: response.failedEntryCount}',
          errorExpression: '=if failed > 0 then jobError("rejected") else null',
        },
      },
    },
    { name: 'no error expression', task: { ...official } },
    {
      name: "this project's worker fails the job by itself",
      task: { headers: { errorExpression: '=if error.code = "400" then jobError("Not sent") else null' } },
    },
  ],
};
