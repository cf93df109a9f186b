import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An expression compares the error code with a text that is nearly a code of EventBridge, but none.',
  why: 'The comparison never holds, so the error takes another way than the one that was drawn for it.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html',
  remedy: 'Write the code as EventBridge gives it, in the same case.',
  invalid: [
    {
      name: 'a letter is missing',
      task: { headers: { errorExpression: '=if error.code = "ThrotlingException" then jobError("later") else null' } },
      finds: [{ field: 'errorExpression', fix: 'Replace with ThrottlingException' }],
    },
    {
      name: 'without its ending',
      task: { headers: { errorExpression: '=if error.code = "AccesDenied" then bpmnError("DENIED") else null' } },
      finds: [{ message: '"AccesDenied"', fix: 'Replace with AccessDeniedException' }],
    },
    {
      name: 'in another case, on the left',
      task: { headers: { errorExpression: 'if "internalfailure" != error.code then jobError("x") else null' } },
      finds: [{ fix: 'Replace with InternalFailure' }],
    },
    {
      name: 'among others',
      task: {
        headers: {
          errorExpression: '=if error.code in ("InternalFailure", "MalformedDetails") then jobError("x") else null',
        },
      },
      finds: [{ fix: 'Replace with MalformedDetail' }],
    },
    {
      name: "of the response's entry",
      task: {
        ...official,
        headers: { resultExpression: '={denied: response.entries[1].errorCode = "AccessDeniedExeption"}' },
      },
      finds: [{ field: 'resultExpression', fix: 'Replace with AccessDeniedException' }],
    },
  ],
  valid: [
    {
      name: 'a code of EventBridge',
      task: {
        headers: { errorExpression: '=if error.code = "ThrottlingException" then jobError("later") else null' },
      },
    },
    {
      name: 'a code of something else',
      task: { headers: { errorExpression: '=if error.code = "503" then jobError("later") else null' } },
    },
    {
      name: 'a code that another service may give',
      task: { headers: { errorExpression: '=if error.code = "InternalException" then jobError("x") else null' } },
    },
    {
      name: 'a BPMN error that is named after one',
      task: {
        headers: {
          errorExpression: '=if error.code = "AccessDeniedException" then bpmnError("ACCESS_DENIED") else null',
        },
      },
    },
    {
      name: 'a code of the process itself',
      task: { headers: { errorExpression: '=if order.code = "ThrotlingException" then jobError("x") else null' } },
    },
  ],
};
