import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The retries are no whole number of 0 or more.',
  why: 'The engine cannot create the job: an incident.',
  source: 'https://docs.camunda.io/docs/components/modeler/bpmn/service-tasks/#task-definition',
  remedy: 'Write a number, or an expression that gives one.',
  invalid: [
    { name: 'a word', task: { retries: 'three' }, finds: [{ field: 'retries', fix: 'Replace with 3' }] },
    { name: 'negative', task: { retries: '-1' }, finds: [{ fix: 'Replace with 1' }] },
    { name: 'a FEEL string', task: { ...official, retries: '="5"' }, finds: [{ fix: 'Replace with 5' }] },
    { name: 'too many for a 32-bit number', task: { retries: '99999999999' }, finds: [{ fix: 'Replace with 3' }] },
    { name: 'a FEEL condition', task: { retries: '=urgent = true' } },
    { name: 'a string in one branch', task: { retries: '=if urgent then 3 else "none"' } },
  ],
  valid: [
    { name: 'a whole number', task: { retries: '3' } },
    { name: 'a number in either branch', task: { retries: '=if urgent then 5 else maxRetries' } },
    { name: 'a number', task: { retries: '3' } },
    { name: 'an expression', task: { retries: '=maxRetries' } },
    { name: 'a FEEL number', task: { retries: '=3' } },
  ],
};
