import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The error expression throws a BPMN error with a code that no boundary event and no event subprocess of this diagram catches.',
  why: 'Unless the process is called by another that catches it, the process stops with an incident.',
  source: 'https://docs.camunda.io/docs/components/modeler/bpmn/error-events/#unhandled-errors',
  remedy: 'Add a boundary event for the code, or correct the code.',
  invalid: [
    {
      name: 'no event at all',
      task: {
        headers: { errorExpression: '=if error.code = "AccessDeniedException" then bpmnError("DENIED") else null' },
      },
      finds: [{ field: 'errorExpression', message: '"DENIED"', fix: 'Add a boundary event for DENIED' }],
    },
    {
      name: 'an event for another code',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError("DENIED")' } }],
        boundaries: [['Task_1', 'denied']],
      },
      finds: [{ fix: 'Add a boundary event for DENIED' }],
    },
    {
      name: 'two codes, one caught',
      diagram: {
        tasks: [{ headers: { errorExpression: '=if a then bpmnError("A") else bpmnError("B")' } }],
        boundaries: [['Task_1', 'A']],
      },
      finds: [{ message: '"B"' }],
    },
    {
      name: 'an event at another task',
      diagram: {
        tasks: [
          { headers: { errorExpression: '=bpmnError("A")' } },
          { id: 'Task_2', headers: { errorExpression: '=bpmnError("A")' } },
        ],
        boundaries: [['Task_2', 'A']],
      },
      finds: [{ message: '"A"' }],
    },
    {
      name: 'an end event cannot hold a boundary event',
      diagram: { tasks: [{ element: 'endEvent', headers: { errorExpression: '=bpmnError("A")' } }] },
      finds: [{ fix: null }],
    },
    {
      name: 'within the event subprocess that catches it elsewhere',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError("A")' } }],
        wrap: (content) =>
          `<bpmn:subProcess id="Sub" triggeredByEvent="true"><bpmn:startEvent id="Start"><bpmn:errorEventDefinition id="D" errorRef="E" /></bpmn:startEvent>${content}</bpmn:subProcess>`,
        roots: '<bpmn:error id="E" errorCode="A" />',
      },
      finds: [{ message: '"A"' }],
    },
  ],
  valid: [
    {
      name: 'a boundary event for the code',
      diagram: {
        tasks: [
          {
            headers: { errorExpression: '=if error.code = "AccessDeniedException" then bpmnError("DENIED") else null' },
          },
        ],
        boundaries: [['Task_1', 'DENIED']],
      },
    },
    {
      name: 'one for every error',
      diagram: { tasks: [{ headers: { errorExpression: '=bpmnError("A")' } }], boundaries: [['Task_1', null]] },
    },
    {
      name: 'a code that is an expression',
      diagram: { tasks: [{ headers: { errorExpression: '=bpmnError("A")' } }], boundaries: [['Task_1', '=code']] },
    },
    { name: 'a code that is not known', task: { headers: { errorExpression: '=bpmnError(error.code)' } } },
    {
      name: 'a boundary event at the subprocess around it',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError("A")' } }],
        wrap: (content) =>
          `<bpmn:subProcess id="Sub">${content}</bpmn:subProcess><bpmn:boundaryEvent id="B" attachedToRef="Sub"><bpmn:errorEventDefinition id="D" errorRef="E" /></bpmn:boundaryEvent>`,
        roots: '<bpmn:error id="E" errorCode="A" />',
      },
    },
    {
      name: 'an event subprocess beside it',
      diagram: {
        tasks: [{ headers: { errorExpression: '=bpmnError("A")' } }],
        elements:
          '<bpmn:subProcess id="Sub" triggeredByEvent="true"><bpmn:startEvent id="Start"><bpmn:errorEventDefinition id="D" errorRef="E" /></bpmn:startEvent></bpmn:subProcess>',
        roots: '<bpmn:error id="E" errorCode="A" />',
      },
    },
    { name: 'a broken expression', task: { headers: { errorExpression: '=bpmnError("A"' } } },
  ],
};
