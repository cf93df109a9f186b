import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An expression reads a field that the response does not have.',
  why: 'It gives null. The names are those of the connector, not those of the AWS interface: entries, not Entries.',
  source:
    'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/#amazon-eventbridge-connector-response',
  remedy:
    'Write a field of the response: sdkResponseMetadata, sdkHttpMetadata, failedEntryCount, entries[1].eventId, .errorCode, .errorMessage.',
  invalid: [
    {
      name: 'the names of AWS',
      task: { headers: { resultExpression: '={failed: response.FailedEntryCount}' } },
      finds: [{ field: 'resultExpression', fix: 'Replace with failedEntryCount' }],
    },
    {
      name: 'within an entry',
      task: { headers: { resultExpression: '={id: response.entries[1].EventId}' } },
      finds: [{ fix: 'Replace with eventId' }],
    },
    {
      name: 'by the names that its fields have beside it',
      task: { headers: { resultExpression: '={id: entries[1].EventId}' } },
      finds: [{ fix: 'Replace with eventId' }],
    },
    {
      name: 'of all entries',
      task: { ...official, headers: { resultExpression: '={ids: response.entries.id}' } },
      finds: [{ fix: null }],
    },
    {
      name: 'in the error expression',
      task: { headers: { errorExpression: '=if response.body.status = "failed" then jobError("x") else null' } },
      finds: [{ field: 'errorExpression' }],
    },
  ],
  valid: [
    { name: 'the right name', task: { headers: { resultExpression: '={failed: response.failedEntryCount}' } } },
    {
      name: 'fields of the response',
      task: {
        headers: {
          resultExpression:
            '={a: response.failedEntryCount, b: response.entries[1].eventId, c: response.sdkHttpMetadata.httpHeaders.Date, d: response.entries.errorCode}',
        },
      },
    },
    { name: 'another variable has a rule of its own', task: { headers: { resultExpression: '={a: order.foo}' } } },
    {
      name: 'behind the mapping of a connector that hides the response',
      task: {
        ...official,
        headers: {
          resultVariable: 'result',
          errorExpression: '=if response.result.failedEntryCount > 0 then jobError("x") else null',
        },
      },
    },
  ],
};
