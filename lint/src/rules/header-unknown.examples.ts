import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "A task header is nearly one of the connector's, which the task lacks.",
  why: 'The connector does not read it: the result is not stored, or the error is not handled.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/',
  remedy: 'Correct the name of the header.',
  invalid: [
    {
      name: 'small letters',
      task: { headers: { resultexpression: '={eventId: response.entries[1].eventId}' } },
      finds: [{ field: 'resultexpression', fix: 'Rename to resultExpression' }],
    },
    {
      name: 'beside the empty one of the template',
      task: { ...official, headers: { retryBackof: 'PT30S', retryBackoff: '' } },
      finds: [{ fix: 'Rename to retryBackoff' }],
    },
  ],
  valid: [
    { name: 'the right spelling', task: { headers: { resultExpression: '={eventId: response.entries[1].eventId}' } } },
    { name: "the connector's headers", task: { headers: { resultVariable: 'sent', retryBackoff: 'PT30S' } } },
    { name: "a header of one's own", task: { headers: { costCenter: '4711' } } },
    { name: 'beside the right one', task: { headers: { resultVariable: 'sent', resultVariables: 'x' } } },
  ],
};
