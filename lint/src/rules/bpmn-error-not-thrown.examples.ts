import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A boundary event of the task catches an error code that the error expression never throws.',
  why: 'The way behind the event is never taken. Most often the two codes are spelt differently.',
  source: 'https://docs.camunda.io/docs/components/modeler/bpmn/error-events/',
  remedy: 'Throw the code in the error expression, or correct it.',
  invalid: [
    {
      name: 'no error expression',
      diagram: { tasks: [{}], boundaries: [['Task_1', 'REJECTED']] },
      finds: [{ elementId: 'Boundary_0', message: '"REJECTED"' }],
    },
    {
      name: 'another spelling',
      diagram: {
        tasks: [{ ...official, headers: { errorExpression: '=if x then bpmnError("rejected") else null' } }],
        boundaries: [['Task_1', 'REJECTED']],
      },
      finds: [{ elementId: 'Boundary_0', message: '"rejected"' }],
    },
  ],
  valid: [
    {
      name: 'the same code',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError("REJECTED")' } }],
        boundaries: [['Task_1', 'REJECTED']],
      },
    },
    {
      name: 'a code that is not known',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError(error.code)' } }],
        boundaries: [['Task_1', 'REJECTED']],
      },
    },
    {
      name: 'an error that comes from a variable',
      diagram: {
        tasks: [{ headers: { errorExpression: '=if x then knownError else null' } }],
        boundaries: [['Task_1', 'REJECTED']],
      },
    },
    {
      name: 'an error put together by hand',
      diagram: {
        tasks: [{ headers: { errorExpression: '={errorType: "bpmnError", code: "REJECTED"}' } }],
        boundaries: [['Task_1', 'REJECTED']],
      },
    },
    { name: 'an event for every error', diagram: { tasks: [{}], boundaries: [['Task_1', null]] } },
    {
      name: 'another kind of task',
      diagram: { tasks: [{ template: null, jobType: 'mail' }], boundaries: [['Task_1', 'REJECTED']] },
    },
  ],
};
