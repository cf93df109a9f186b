import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "In a task of Camunda's own connector, the error expression reads a field of the response that the result mapping hides.",
  why: 'Where a result variable or a result expression is set, the official connector gives the error expression what the mapping made, as "response". A field that is not mapped is null.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Map the field in the result expression too.',
  invalid: [
    {
      name: 'a result expression without the count',
      task: {
        ...official,
        headers: {
          resultExpression: '={eventId: response.entries[1].eventId}',
          errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null',
        },
      },
      finds: [{ field: 'errorExpression', message: 'response.failedEntryCount' }],
    },
    {
      name: 'a result variable',
      task: {
        ...official,
        headers: {
          resultVariable: 'result',
          errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null',
        },
      },
    },
  ],
  valid: [
    {
      name: 'the count is mapped',
      task: {
        ...official,
        headers: {
          resultExpression: '={failedEntryCount: response.failedEntryCount}',
          errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null',
        },
      },
    },
    {
      name: 'no mapping',
      task: {
        ...official,
        headers: { errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null' },
      },
    },
    {
      name: 'a mapping whose names are not known',
      task: {
        ...official,
        headers: {
          resultExpression: '=mapped',
          errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null',
        },
      },
    },
    {
      name: "this project's worker shows the response always",
      task: {
        headers: {
          resultVariable: 'result',
          errorExpression: '=if response.failedEntryCount > 0 then jobError("rejected") else null',
        },
      },
    },
  ],
};
