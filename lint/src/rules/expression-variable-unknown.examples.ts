import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A result or error expression reads a variable that it does not see, or a field that "error" or "job" does not have.',
  why: 'It gives null: the process stores null, or a condition never holds. Such an expression sees the answer, and no variable of the process.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#response-mapping',
  remedy:
    'Read the response; in an error expression "error" and "job" too. What of the process is wanted is there already where the result arrives.',
  invalid: [
    {
      name: 'a variable of the process',
      task: { headers: { resultExpression: '={orderId: order.id, eventId: response.entries[1].eventId}' } },
      finds: [{ field: 'resultExpression', message: '"order"', fix: null }],
    },
    {
      name: 'mistyped',
      task: { headers: { resultExpression: '={eventId: respnse.entries[1].eventId}' } },
      finds: [{ fix: 'Replace with response' }],
    },
    {
      name: 'a field of the error that it does not have',
      task: { headers: { errorExpression: '=if error.kode = "X" then jobError("x") else null' } },
      finds: [{ field: 'errorExpression', fix: 'Replace with code' }],
    },
    {
      name: 'a field of the job',
      task: { headers: { errorExpression: '=jobError("x", {}, job.retrys - 1)' } },
      finds: [{ fix: 'Replace with retries' }],
    },
    {
      name: 'a field of the answer where a mapping stands in its place',
      task: {
        ...official,
        headers: {
          resultExpression: '={eventId: entries[1].eventId}',
          errorExpression: '=if failedEntryCount > 0 then jobError("x") else null',
        },
      },
      finds: [{ field: 'errorExpression', message: '"failedEntryCount"' }],
    },
  ],
  valid: [
    {
      name: 'what the response has',
      task: { headers: { resultExpression: '={eventId: response.entries[1].eventId}' } },
    },
    {
      name: "the answer, and its fields' own names",
      task: { headers: { resultExpression: '={id: response.entries[1].eventId, failed: failedEntryCount}' } },
    },
    {
      name: 'error and job',
      task: {
        headers: {
          errorExpression: '=if error.code = "X" then jobError(error.message, {}, job.retries - 1) else null',
        },
      },
    },
    {
      name: 'what the mapping made',
      task: {
        headers: {
          resultExpression: '={id: entries[1].eventId}',
          errorExpression: '=if id = null then jobError("x") else null',
        },
      },
    },
    {
      name: 'members of the items in a filter, and loop variables',
      task: {
        headers: {
          resultExpression: '={bad: entries[errorCode != null], ids: for entry in entries return entry.eventId}',
        },
      },
    },
    {
      name: 'keys before it in the context',
      task: { headers: { resultExpression: '={a: failedEntryCount, b: a + 1}' } },
    },
    {
      name: 'a mapping whose names are not known',
      task: { headers: { resultExpression: '=response', errorExpression: '=if x then jobError("x") else null' } },
    },
  ],
};
