import { official } from '@eventbridge-kit/testkit/bpmn';
import type { RuleExamples } from '@eventbridge-kit/testkit/lint/example';

export const examples: RuleExamples = {
  what: 'A field that must be text, or a list of texts, surely has a value of another type.',
  why: 'The worker refuses it: the job becomes an incident before anything is sent.',
  source: 'https://docs.camunda.io/docs/components/modeler/feel/language-guide/feel-data-types/',
  remedy: 'Write text, or wrap the expression in string(...).',
  invalid: [
    {
      name: 'a number as detail type',
      task: { inputs: { 'input.detailType': '=2026' } },
      finds: [{ field: 'input.detailType', fix: 'Wrap it in string(...)' }],
    },
    {
      name: 'a context as source',
      task: { inputs: { 'input.source': '={name: "orders"}' } },
      finds: [{ message: 'a context', fix: null }],
    },
    { name: 'a list as region', task: { ...official, inputs: { 'configuration.region': '=["eu-central-1"]' } } },
    {
      name: 'a comparison as trace header',
      task: { inputs: { 'input.traceHeader': '=a > b' } },
      finds: [{ message: 'Write text.', fix: null }],
    },
    {
      name: 'seconds since 1970 as time',
      task: { inputs: { 'input.time': '=1700000000' } },
      finds: [{ field: 'input.time', fix: null }],
    },
    {
      name: 'one resource that is no list',
      task: { inputs: { 'input.resources': 'arn:aws:s3:::orders' } },
      finds: [{ field: 'input.resources', fix: 'Make it a list' }],
    },
    {
      name: 'one resource that is a word',
      task: { inputs: { 'input.resources': 'orders' } },
      finds: [{ fix: 'Make it a list' }],
    },
    {
      name: 'a list that is no JSON',
      task: { inputs: { 'input.resources': '["arn:aws:s3:::orders", ]' } },
      finds: [{ fix: null }],
    },
    {
      name: 'a number among the resources',
      task: { inputs: { 'input.resources': '=["a", 1]' } },
      finds: [{ message: 'a number as item 2' }],
    },
    {
      name: 'a context as resources',
      task: { inputs: { 'input.resources': '={arn: order.arn}' } },
      finds: [{ message: 'a context' }],
    },
  ],
  valid: [
    { name: 'text', task: { inputs: { 'input.detailType': '=string(2026)' } } },
    { name: 'a variable', task: { inputs: { 'input.source': '=sender' } } },
    { name: 'a number for a lenient connector', task: { ...official, inputs: { 'input.detailType': '=2026' } } },
    { name: 'a list of resources', task: { inputs: { 'input.resources': '["arn:aws:s3:::orders"]' } } },
    { name: 'a list of unknown things', task: { inputs: { 'input.resources': '=[order.arn]' } } },
    { name: 'a date and time as time', task: { inputs: { 'input.time': '=now()' } } },
  ],
};
