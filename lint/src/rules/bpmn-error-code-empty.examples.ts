import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'bpmnError is called with an empty code.',
  why: "No BPMN error is thrown: the worker fails the job, and Camunda's own runtime goes on as if there were no error.",
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Write a code.',
  invalid: [
    {
      name: 'an empty string',
      task: { headers: { errorExpression: '=bpmnError("", "rejected")' } },
      finds: [{ field: 'errorExpression' }],
    },
    { name: 'null', task: { ...official, headers: { errorExpression: '=if a then bpmnError(null) else null' } } },
  ],
  valid: [
    {
      name: 'a code',
      diagram: { tasks: [{ headers: { errorExpression: '=bpmnError("REJECTED")' } }], boundaries: [['Task_1', null]] },
    },
    { name: 'a code that is not known', task: { headers: { errorExpression: '=bpmnError(error.code)' } } },
  ],
};
