import { parallel } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'Two tasks in parallel branches write the same variable.',
  why: 'Whichever is done last wins: one result is lost, another one at each run.',
  source: 'https://docs.camunda.io/docs/components/concepts/variables/#variable-propagation',
  remedy: 'Give each task a variable of its own.',
  invalid: [
    {
      name: 'behind a parallel gateway',
      diagram: parallel({ headers: { resultVariable: 'result' } }, { headers: { resultVariable: 'result' } }),
      finds: [
        { field: 'resultVariable', message: '"Task_2"' },
        { elementId: 'Task_2', field: 'resultVariable', message: '"Task_1"' },
      ],
    },
    {
      name: 'a variable and a result expression',
      diagram: parallel(
        { headers: { resultVariable: 'eventId' } },
        { headers: { resultExpression: '={eventId: response.entries[1].eventId}' } },
      ),
      finds: [{}, { elementId: 'Task_2', field: 'resultExpression' }],
    },
    {
      name: 'by output mappings',
      diagram: parallel({ outputs: { id: '=a' } }, { outputs: { id: '=b' } }),
      finds: [{ field: 'id' }, { elementId: 'Task_2', field: 'id' }],
    },
    {
      name: 'behind an inclusive gateway',
      diagram: parallel(
        { headers: { resultVariable: 'result' } },
        { headers: { resultVariable: 'result' } },
        'inclusiveGateway',
      ),
      finds: [{}, { elementId: 'Task_2' }],
    },
  ],
  valid: [
    {
      name: 'output mappings keep them apart',
      diagram: parallel(
        { headers: { resultVariable: 'result' }, outputs: { first: '=result' } },
        { headers: { resultVariable: 'result' }, outputs: { second: '=result' } },
      ),
    },
    {
      name: 'each its own',
      diagram: parallel({ headers: { resultVariable: 'first' } }, { headers: { resultVariable: 'second' } }),
    },
    {
      name: 'behind an exclusive gateway',
      diagram: parallel(
        { headers: { resultVariable: 'result' } },
        { headers: { resultVariable: 'result' } },
        'exclusiveGateway',
      ),
    },
    {
      name: 'one after the other',
      diagram: {
        tasks: [{ headers: { resultVariable: 'result' } }, { id: 'Task_2', headers: { resultVariable: 'result' } }],
        elements: '<bpmn:sequenceFlow id="F" sourceRef="Task_1" targetRef="Task_2" />',
      },
    },
    {
      name: 'output mappings decide what leaves the task',
      diagram: parallel(
        { headers: { resultVariable: 'result' } },
        { headers: { resultVariable: 'result' }, outputs: { mine: '=result' } },
      ),
    },
    {
      name: 'a local variable of the task',
      diagram: parallel(
        { headers: { resultVariable: 'result' } },
        { headers: { resultVariable: 'result' }, inputs: { result: '=null' } },
      ),
    },
  ],
};
