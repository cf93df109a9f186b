import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The result is stored under a name that an input mapping of the task makes too.',
  why: "The variable is the task's own: it is written there, and goes with the task. The process never sees the result.",
  source: 'https://docs.camunda.io/docs/components/concepts/variables/#variable-propagation',
  remedy: 'Give the result another name, or add an output mapping for it.',
  invalid: [
    {
      name: 'the result variable',
      task: { headers: { resultVariable: 'input' } },
      finds: [{ field: 'resultVariable', message: '"input"' }],
    },
    {
      name: 'a key of the result expression',
      task: { ...official, headers: { resultExpression: '={configuration: response.entries[1].eventId}' } },
      finds: [{ field: 'resultExpression' }],
    },
  ],
  valid: [
    { name: 'another name', task: { headers: { resultVariable: 'sent' } } },
    {
      name: 'an output mapping carries it out',
      task: { headers: { resultVariable: 'input' }, outputs: { sent: '=input' } },
    },
    { name: 'a part of a variable', task: { headers: { resultExpression: '={sent: {input: failedEntryCount}}' } } },
  ],
};
