import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The variables that bpmnError, jobError or ignoreError is given are no context.',
  why: 'They have no names to be stored under: the job fails.',
  source: 'https://docs.camunda.io/docs/components/connectors/use-connectors/#bpmn-errors-and-failing-jobs',
  remedy: 'Write a context, for example {reason: error.message}.',
  invalid: [
    {
      name: 'a string',
      task: { headers: { errorExpression: '=jobError("Not sent", "rejected")' } },
      finds: [{ field: 'errorExpression', message: 'jobError' }],
    },
    {
      name: 'a list',
      task: { headers: { errorExpression: '=ignoreError([1])' } },
      finds: [{ message: 'ignoreError' }],
    },
    {
      name: 'of a BPMN error',
      diagram: {
        tasks: [{ ...official, headers: { errorExpression: '=bpmnError("A", "m", 5)' } }],
        boundaries: [['Task_1', null]],
      },
      finds: [{ message: 'bpmnError' }],
    },
  ],
  valid: [
    { name: 'a context', task: { headers: { errorExpression: '=jobError("Not sent", {reason: error.message})' } } },
    { name: 'a variable', task: { headers: { errorExpression: '=jobError("Not sent", details)' } } },
    { name: 'null', task: { headers: { errorExpression: '=jobError("Not sent", null)' } } },
  ],
};
