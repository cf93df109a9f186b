import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: "The task is one of Camunda's own connector, and has an input that only this project's worker reads.",
  why: 'The official connector ignores it: the event goes out without it.',
  source: 'https://docs.camunda.io/docs/components/connectors/out-of-the-box-connectors/amazon-eventbridge/',
  remedy: 'Change the task to "Send event to Amazon EventBridge", or remove the input.',
  invalid: [
    {
      name: 'a time',
      task: { ...official, inputs: { 'input.time': '=now()' } },
      finds: [{ field: 'input.time', fix: 'Change to "Send event to Amazon EventBridge"' }],
    },
    {
      name: 'beside a reusable credential',
      task: { ...official, inputs: { 'input.time': '=now()', awsCredential: '=c' } },
      finds: [{ fix: null }],
    },
  ],
  valid: [
    { name: "the same input in this project's template", task: { inputs: { 'input.time': '=now()' } } },
    { name: 'the official inputs', task: { ...official } },
  ],
};
