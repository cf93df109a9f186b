import type { JsonObject } from '@eventbridge-kit/issue';
import { SEND_EVENT_ID } from '@eventbridge-kit/templates';
import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, RIGHT_VARIABLES, SECRETS } from '@eventbridge-kit/testkit/jobs';
import { inputVariablesOf } from './input-variables.ts';
import type { JobContent, JobRun } from './run-job.ts';
import { run as runJob } from '../test/run.ts';

const { input } = RIGHT_VARIABLES;
const KEYS = { type: 'credentials', accessKey: 'AKIACREDENTIAL000001', secretKey: 'the-secret-key-of-the-credential' };
const CREDENTIAL = { authentication: KEYS, region: 'eu-north-1' };

/** What Camunda's own template writes into its tasks. */
const OFFICIAL: Mark = {
  type: 'io.camunda:aws-eventbridge:1',
  headers: { elementTemplateId: 'io.camunda.connectors.AWSEventBridge.v1', elementTemplateVersion: '9' },
};

type Mark = Pick<JobContent, 'type' | 'headers'>;

function run(variables: JsonObject, sender?: FakeSender, { type, headers } = OFFICIAL): Promise<JobRun['trace']> {
  const job = { type, headers: { ...headers, resultVariable: 'all' }, variables, retries: 3 };
  return runJob(job, { sender: sender ?? new FakeSender() });
}

async function identityOf(variables: JsonObject, mark?: Mark): Promise<unknown> {
  const sender = new FakeSender();
  await run(variables, sender, mark);
  return sender.sent[0]?.identity;
}

function withKeys(region: string): unknown {
  return {
    region,
    credentials: { type: 'static', accessKeyId: KEYS.accessKey, secretAccessKey: KEYS.secretKey },
  };
}

const OWN_KEYS = {
  region: 'eu-central-1',
  credentials: { type: 'static', accessKeyId: SECRETS.AWS_ACCESS_KEY, secretAccessKey: SECRETS.AWS_SECRET_KEY },
};

/** What anybody may put into a variable of the process. */
const STRANGERS: readonly (readonly [string, JsonObject])[] = [
  ['keys', CREDENTIAL],
  ['the default chain', { authentication: { type: 'defaultCredentialsChain' }, region: 'eu-north-1' }],
  ['another secret', { authentication: { ...KEYS, secretKey: '{{secrets.OTHER}}' } }],
  ['a role', { ...KEYS, roleArn: 'arn:aws:iam::123456789012:role/other' }],
];

describe('a process variable called awsCredential', () => {
  const id = 'io.camunda.connectors.AWSEventBridge.v1';
  const blind: readonly (readonly [string, Mark])[] = [
    [
      'our own template',
      { type: JOB_TYPE, headers: { elementTemplateId: SEND_EVENT_ID, elementTemplateVersion: '1' } },
    ],
    ['our own job type, whatever its headers say', { ...OFFICIAL, type: JOB_TYPE }],
    ['no template', { ...OFFICIAL, headers: {} }],
    ['another template', { ...OFFICIAL, headers: { elementTemplateId: 'other', elementTemplateVersion: '9' } }],
    ["Camunda's template without a version", { ...OFFICIAL, headers: { elementTemplateId: id } }],
    ["Camunda's template, version 6", { ...OFFICIAL, headers: { elementTemplateId: id, elementTemplateVersion: '6' } }],
  ];

  it.each(blind.flatMap(([task, mark]) => STRANGERS.map(([what, value]) => [task, what, mark, value] as const)))(
    'has no effect on a task of %s: %s',
    async (_task, _what, mark, awsCredential) => {
      expect(await identityOf({ ...RIGHT_VARIABLES, awsCredential }, mark)).toEqual(OWN_KEYS);
    },
  );

  it.each(STRANGERS)(
    "with %s never goes before the keys of a task of Camunda's template: nothing is sent",
    async (_, value) => {
      for (const version of ['7', '8', '9']) {
        const headers = { ...OFFICIAL.headers, elementTemplateVersion: version };
        const sender = new FakeSender();
        const trace = await run({ ...RIGHT_VARIABLES, awsCredential: value }, sender, { ...OFFICIAL, headers });
        expect(sender.sent).toEqual([]);
        expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
        expect(trace.outcome?.type === 'fail' && trace.outcome.message).toContain('awsCredential: ');
      }
    },
  );

  it('is not fetched for jobs of our own type', () => {
    expect(inputVariablesOf([JOB_TYPE])).not.toContain('awsCredential');
    expect(inputVariablesOf([JOB_TYPE, OFFICIAL.type])).toContain('awsCredential');
  });
});

describe('a process variable called authentication', () => {
  it.each([
    ['keys', { ...KEYS, secretKey: 'of-a-stranger' }],
    ['the default chain', { type: 'defaultCredentialsChain' }],
    ['no object', 'x'],
  ])('with %s never goes before the credential of a task: nothing is sent', async (_, authentication) => {
    const sender = new FakeSender();
    await run({ awsCredential: CREDENTIAL, authentication, input: input ?? null }, sender);
    expect(sender.sent).toEqual([]);
  });
});

describe('a process variable called configuration', () => {
  const awsCredential = CREDENTIAL;
  const configuration = { endpoint: 'https://events.us-east-1.amazonaws.com', endpointId: 'abc.veo' };

  it('names no endpoint for a task with a saved credential, whose template writes none', async () => {
    const variables = { awsCredential, configuration, input: input ?? null };
    expect(await identityOf(variables)).toEqual(withKeys('eu-north-1'));
  });

  it('is the task itself in versions that always write it', async () => {
    for (const version of ['7', '8']) {
      const headers = { ...OFFICIAL.headers, elementTemplateVersion: version };
      const variables = {
        awsCredential,
        configuration: { region: 'us-east-1', ...configuration },
        input: input ?? null,
      };
      expect(await identityOf(variables, { ...OFFICIAL, headers })).toMatchObject({ endpoint: configuration.endpoint });
    }
  });
});

describe('a saved AWS credential that reaches a job', () => {
  it('brings keys and region', async () => {
    expect(await identityOf({ awsCredential: CREDENTIAL, input: input ?? null })).toEqual(withKeys('eu-north-1'));
  });

  it('is read without its outer object too', async () => {
    const awsCredential = { ...KEYS, region: 'eu-north-1' };
    expect(await identityOf({ awsCredential, input: input ?? null })).toEqual(withKeys('eu-north-1'));
  });

  it('gives way to the region of the task, in no form of emptiness', async () => {
    const variables = { awsCredential: CREDENTIAL, input: input ?? null };
    expect(await identityOf({ ...variables, configuration: { region: 'us-east-2' } })).toEqual(withKeys('us-east-2'));
    for (const region of ['', ' ', null])
      expect(await identityOf({ ...variables, configuration: { region } })).toEqual(withKeys('eu-north-1'));
  });

  it('takes the place of fields that the modeler leaves behind empty', async () => {
    for (const empty of ['', null]) {
      const authentication = { type: 'credentials', accessKey: empty, secretKey: empty };
      expect(await identityOf({ ...RIGHT_VARIABLES, authentication, awsCredential: CREDENTIAL })).toEqual(
        withKeys('eu-central-1'),
      );
    }
  });

  it('can name the default chain', async () => {
    const awsCredential = { authentication: { type: 'defaultCredentialsChain' }, region: 'eu-north-1' };
    expect(await identityOf({ awsCredential, input: input ?? null })).toEqual({
      region: 'eu-north-1',
      credentials: { type: 'defaultChain' },
    });
  });

  it('has its keys hidden everywhere', async () => {
    const trace = await run({ awsCredential: CREDENTIAL, input: { ...(input as JsonObject), source: KEYS.secretKey } });
    expect(JSON.stringify(trace)).not.toContain(KEYS.secretKey);
    expect(JSON.stringify(trace)).toContain('***');
  });

  it('that an older engine does not know is named as the cause, and nothing is sent', async () => {
    const sender = new FakeSender();
    const trace = await run({ awsCredential: null, input: input ?? null }, sender);
    expect(sender.sent).toEqual([]);
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toContain('AWS credential that the task chose');
  });

  it('does no harm where it is null and the task has keys of its own', async () => {
    const trace = await run({ ...RIGHT_VARIABLES, awsCredential: null });
    expect(trace.outcome?.type).toBe('complete');
  });
});
