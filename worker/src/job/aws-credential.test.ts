import type { JsonObject } from '@eventbridge-kit/connector';
import { describe, expect, it } from 'vitest';
import { FakeSender } from '../../test/fake-sender.ts';
import { RIGHT_VARIABLES, SECRETS } from '../../test/jobs.ts';
import { ManualClock } from '../../test/manual-clock.ts';
import { runJob, type JobRun } from './run-job.ts';
import { createServices } from './services.ts';

const { input } = RIGHT_VARIABLES;
const KEYS = { type: 'credentials', accessKey: 'AKIACREDENTIAL000001', secretKey: 'the-secret-key-of-the-credential' };
const CREDENTIAL = { authentication: KEYS, region: 'eu-north-1' };

async function run(variables: JsonObject, sender = new FakeSender()): Promise<JobRun['trace']> {
  const { services } = createServices({ sender, secrets: SECRETS, clock: new ManualClock() });
  const { trace } = await runJob({ headers: { resultVariable: 'all' }, variables, retries: 3 }, services(true), {
    dryRun: false,
    signal: new AbortController().signal,
    extend: () => Promise.resolve(true),
  });
  return trace;
}

async function identityOf(variables: JsonObject): Promise<unknown> {
  const sender = new FakeSender();
  await run(variables, sender);
  return sender.sent[0]?.identity;
}

const withKeys = (region: string): unknown => ({
  region,
  credentials: { type: 'static', accessKeyId: KEYS.accessKey, secretAccessKey: KEYS.secretKey },
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

  it('goes before the keys of the task, which the modeler may leave behind', async () => {
    expect(await identityOf({ ...RIGHT_VARIABLES, awsCredential: CREDENTIAL })).toEqual(withKeys('eu-central-1'));
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
