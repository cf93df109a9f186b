import { VALID_INPUTS } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'Two input mappings write the same variable.',
  why: 'The engine runs them in order: the first has no effect.',
  source: 'https://docs.camunda.io/docs/components/concepts/variables/#inputoutput-variable-mappings',
  remedy: 'Remove the one that is not meant.',
  invalid: [
    {
      name: 'two sources',
      task: { mappings: [...Object.entries(VALID_INPUTS), ['input.source', 'com.example.other']] },
      finds: [{ field: 'input.source', fix: 'Remove the mapping that has no effect' }],
    },
  ],
  valid: [
    { name: 'each once', task: {} },
    {
      name: 'one that builds on the other',
      task: { mappings: [...Object.entries(VALID_INPUTS), ['input.source', '=input.source + ".eu"']] },
    },
  ],
};
