// Made by `npm run generate` from templates/send-event.ts; a test fails when it is stale.

export const TEMPLATE = {
  id: 'eventbridge-kit.send-event.v1',
  version: 1,
  jobType: 'eventbridge-kit:send-event:1',
} as const;

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
