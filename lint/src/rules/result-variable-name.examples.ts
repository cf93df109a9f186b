import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The result variable has a name that no expression can read.',
  why: 'The response is stored, and lost to the process.',
  source: 'https://docs.camunda.io/docs/components/concepts/variables/#variable-names',
  remedy: 'Use letters, digits and "_", not starting with a digit.',
  invalid: [
    {
      name: 'a dash',
      task: { headers: { resultVariable: 'event-result' } },
      finds: [{ field: 'resultVariable', fix: 'Replace with eventResult' }],
    },
    {
      name: 'a space',
      task: { headers: { resultVariable: 'event result' } },
      finds: [{ fix: 'Replace with eventResult' }],
    },
    {
      name: 'a digit first',
      task: { headers: { resultVariable: '1stResult' } },
      finds: [{ fix: 'Replace with stResult' }],
    },
    { name: 'a word of FEEL', task: { headers: { resultVariable: 'function' } }, finds: [{ fix: null }] },
    {
      name: 'an expression',
      task: { ...official, headers: { resultVariable: '=result' } },
      finds: [{ fix: 'Replace with result' }],
    },
  ],
  valid: [
    { name: 'one word', task: { headers: { resultVariable: 'eventResult' } } },
    { name: 'a name', task: { headers: { resultVariable: 'eventResult_1' } } },
    { name: 'letters of other languages', task: { headers: { resultVariable: 'bestellungGrün' } } },
    { name: 'none', task: { headers: { resultVariable: '' } } },
  ],
};
