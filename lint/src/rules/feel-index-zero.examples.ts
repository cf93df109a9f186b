import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'An expression asks for item 0 of a list.',
  why: 'FEEL counts from 1: item 0 is always null.',
  source: 'https://docs.camunda.io/docs/components/modeler/feel/language-guide/feel-list-expressions/',
  remedy: 'Write [1] for the first item, [-1] for the last.',
  invalid: [
    {
      name: 'the first entry of the response',
      task: { headers: { resultExpression: '={eventId: response.entries[0].eventId}' } },
      finds: [{ field: 'resultExpression', fix: 'Replace with [1]' }],
    },
    {
      name: 'in an input',
      task: { ...official, inputs: { 'input.source': '=names[ 0 ]' } },
      finds: [{ field: 'input.source' }],
    },
  ],
  valid: [
    { name: 'the first', task: { headers: { resultExpression: '={eventId: response.entries[1].eventId}' } } },
    { name: 'a list with a zero in it', task: { inputs: { 'input.detail': '={a: [0], b: x[item = 0]}' } } },
  ],
};
