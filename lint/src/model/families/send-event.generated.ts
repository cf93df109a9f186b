// Made by `npm run generate` from templates/send-event.ts; a test fails when it is stale.

import type { Template } from '../template.ts';
import { TEMPLATE } from './template-id.generated.ts';

/** Where its values stand in a task, and when: what its JSON says besides is for people. */
export const PLACES: Template = {
  id: TEMPLATE.id,
  version: TEMPLATE.version,
  engines: { camunda: '^8.6' },
  properties: [
    {
      type: 'Hidden',
      value: 'eventbridge-kit:send-event:1',
      binding: { property: 'type', type: 'zeebe:taskDefinition' },
    },
    {
      id: 'authentication.type',
      type: 'Dropdown',
      value: 'credentials',
      choices: [{ value: 'credentials' }, { value: 'defaultCredentialsChain' }],
      binding: { name: 'authentication.type', type: 'zeebe:input' },
    },
    {
      value: '{{secrets.AWS_ACCESS_KEY}}',
      condition: { property: 'authentication.type', equals: 'credentials' },
      binding: { name: 'authentication.accessKey', type: 'zeebe:input' },
    },
    {
      value: '{{secrets.AWS_SECRET_KEY}}',
      condition: { property: 'authentication.type', equals: 'credentials' },
      binding: { name: 'authentication.secretKey', type: 'zeebe:input' },
    },
    {
      optional: true,
      condition: { property: 'authentication.type', equals: 'credentials' },
      binding: { name: 'authentication.sessionToken', type: 'zeebe:input' },
    },
    { optional: true, binding: { name: 'authentication.roleArn', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'authentication.externalId', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'authentication.roleSessionName', type: 'zeebe:input' } },
    { binding: { name: 'configuration.region', type: 'zeebe:input' } },
    { value: 'default', binding: { name: 'input.eventBusName', type: 'zeebe:input' } },
    { binding: { name: 'input.source', type: 'zeebe:input' } },
    { binding: { name: 'input.detailType', type: 'zeebe:input' } },
    { value: '{}', binding: { name: 'input.detail', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'input.resources', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'input.time', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'input.traceHeader', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'configuration.endpointId', type: 'zeebe:input' } },
    { optional: true, binding: { name: 'configuration.endpoint', type: 'zeebe:input' } },
    {
      id: 'input.idempotencyId',
      type: 'Dropdown',
      optional: true,
      choices: [{ value: '' }, { value: 'detail' }, { value: 'resource' }],
      binding: { name: 'input.idempotencyId', type: 'zeebe:input' },
    },
    {
      value: 'idempotencyId',
      condition: { property: 'input.idempotencyId', equals: 'detail' },
      binding: { name: 'input.idempotencyField', type: 'zeebe:input' },
    },
    { binding: { key: 'resultVariable', type: 'zeebe:taskHeader' } },
    { binding: { key: 'resultExpression', type: 'zeebe:taskHeader' } },
    { binding: { key: 'errorExpression', type: 'zeebe:taskHeader' } },
    { value: '3', binding: { property: 'retries', type: 'zeebe:taskDefinition' } },
    { value: 'PT30S', binding: { key: 'retryBackoff', type: 'zeebe:taskHeader' } },
    { binding: { key: 'jobTimeout', type: 'zeebe:taskHeader' } },
    {
      type: 'Hidden',
      value: 'eventbridge-kit.send-event.v1',
      binding: { key: 'elementTemplateId', type: 'zeebe:taskHeader' },
    },
    { type: 'Hidden', value: '1', binding: { key: 'elementTemplateVersion', type: 'zeebe:taskHeader' } },
  ],
};

/** Names of the inputs, in the order of the template. */
export const INPUTS: readonly string[] = [
  'authentication.type',
  'authentication.accessKey',
  'authentication.secretKey',
  'authentication.sessionToken',
  'authentication.roleArn',
  'authentication.externalId',
  'authentication.roleSessionName',
  'configuration.region',
  'input.eventBusName',
  'input.source',
  'input.detailType',
  'input.detail',
  'input.resources',
  'input.time',
  'input.traceHeader',
  'configuration.endpointId',
  'configuration.endpoint',
  'input.idempotencyId',
  'input.idempotencyField',
];

/** What the template calls each field, in its order. */
export const LABELS: Readonly<Record<string, string>> = {
  'authentication.type': 'Authentication',
  'authentication.accessKey': 'Access key',
  'authentication.secretKey': 'Secret key',
  'authentication.sessionToken': 'Session token',
  'authentication.roleArn': 'Role ARN',
  'authentication.externalId': 'External id',
  'authentication.roleSessionName': 'Role session name',
  'configuration.region': 'Region',
  'input.eventBusName': 'Event bus name',
  'input.source': 'Source',
  'input.detailType': 'Detail type',
  'input.detail': 'Event payload',
  'input.resources': 'Resources',
  'input.time': 'Time',
  'input.traceHeader': 'Trace header',
  'configuration.endpointId': 'Global endpoint id',
  'configuration.endpoint': 'Endpoint',
  'input.idempotencyId': 'Idempotency id',
  'input.idempotencyField': 'Payload key',
  resultVariable: 'Result variable',
  resultExpression: 'Result expression',
  errorExpression: 'Error expression',
  retries: 'Retries',
  retryBackoff: 'Retry backoff',
  jobTimeout: 'Job timeout',
};

/** Inputs that must not be empty, in that order; `when` the input it names has this value, by default `otherwise`. */
export const REQUIRED: readonly {
  readonly input: string;
  readonly when?: { readonly input: string; readonly equals: string; readonly otherwise: string };
}[] = [
  {
    input: 'authentication.accessKey',
    when: { input: 'authentication.type', equals: 'credentials', otherwise: 'credentials' },
  },
  {
    input: 'authentication.secretKey',
    when: { input: 'authentication.type', equals: 'credentials', otherwise: 'credentials' },
  },
  { input: 'configuration.region' },
  { input: 'input.eventBusName' },
  { input: 'input.source' },
  { input: 'input.detailType' },
  { input: 'input.detail' },
  { input: 'input.idempotencyField', when: { input: 'input.idempotencyId', equals: 'detail', otherwise: '' } },
];

/** Inputs that hold a credential: how a message calls them, and the secret that the template proposes. */
export const SECRETS: Readonly<Record<string, { readonly label: string; readonly name: string }>> = {
  'authentication.accessKey': { label: 'The access key', name: 'AWS_ACCESS_KEY' },
  'authentication.secretKey': { label: 'The secret key', name: 'AWS_SECRET_KEY' },
  'authentication.sessionToken': { label: 'The session token', name: 'AWS_SESSION_TOKEN' },
};

/** Values of the inputs that are a choice, the empty one left out. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  'authentication.type': ['credentials', 'defaultCredentialsChain'],
  'input.idempotencyId': ['detail', 'resource'],
};
