import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The result expression surely gives no context.',
  why: 'The event is sent; then the job fails, because the result has no names to be stored under.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#response-mapping',
  remedy: 'Name the variables, for example ={eventId: response.entries[1].eventId}.',
  invalid: [
    {
      name: 'a string',
      task: { headers: { resultExpression: '="done"' } },
      finds: [{ field: 'resultExpression', message: 'a string' }],
    },
    {
      name: 'in one branch',
      task: { headers: { resultExpression: '=if failedEntryCount = 0 then {ok: true} else "failed"' } },
      finds: [{ message: 'a string' }],
    },
    { name: 'a list', task: { headers: { resultExpression: '=[response.entries]' } } },
    { name: 'a comparison', task: { ...official, headers: { resultExpression: 'failedEntryCount = 0' } } },
  ],
  valid: [
    { name: 'a context', task: { headers: { resultExpression: '={eventId: response.entries[1].eventId}' } } },
    {
      name: 'null stores nothing',
      task: { headers: { resultExpression: '=if failedEntryCount > 0 then null else {ok: true}' } },
    },
    {
      name: 'a part of the response may be a context',
      task: { headers: { resultExpression: '=response.sdkResponseMetadata' } },
    },
  ],
};
