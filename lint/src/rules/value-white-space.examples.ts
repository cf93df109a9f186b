import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'Source or detail type starts or ends with white space.',
  why: 'Rules compare these texts as a whole. A pattern for "Order placed" does not match "Order placed ", and an event that no rule matches is dropped without a word.',
  source: 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html',
  remedy: 'Remove the white space.',
  invalid: [
    {
      name: 'a blank behind the detail type',
      task: { inputs: { 'input.detailType': 'Order placed ' } },
      finds: [{ field: 'input.detailType', fix: 'Remove the white space' }],
    },
    {
      name: 'a line break before the source',
      task: { inputs: { 'input.source': '\ncom.example' } },
      finds: [{ field: 'input.source' }],
    },
    { name: 'in a FEEL string', task: { inputs: { 'input.source': '=" com.example"' } } },
  ],
  valid: [
    { name: 'blanks inside', task: { inputs: { 'input.detailType': 'Order placed' } } },
    { name: 'an expression', task: { inputs: { 'input.source': '= sender ' } } },
  ],
};
