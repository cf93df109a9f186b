import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'The endpoint is not an address that can be called.',
  why: 'The worker cannot send anywhere: the job becomes an incident.',
  source: 'https://www.rfc-editor.org/rfc/rfc3986#section-3',
  remedy: "Write https:// and a host, or leave the field empty for the region's own address.",
  invalid: [
    {
      name: 'no scheme',
      task: { inputs: { 'configuration.endpoint': 'events.eu-central-1.amazonaws.com' } },
      finds: [{ field: 'configuration.endpoint' }],
    },
    { name: 'a query', task: { inputs: { 'configuration.endpoint': 'https://example.com/?a=1' } } },
    {
      name: 'a password in it, which is not repeated',
      task: { inputs: { 'configuration.endpoint': 'https://me:secret@example.com' } },
      finds: [{ message: 'user or password' }],
    },
    { name: 'the official template', task: { ...official, inputs: { 'configuration.endpoint': 'ftp://example.com' } } },
  ],
  valid: [
    {
      name: 'an AWS endpoint',
      task: { inputs: { 'configuration.endpoint': 'https://events.eu-central-1.amazonaws.com' } },
    },
    { name: 'empty', task: { inputs: { 'configuration.endpoint': '' } } },
  ],
};
