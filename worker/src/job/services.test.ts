import { runJob, type JobTrace } from '@eventbridge-kit/event-job';
import type { JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { ManualClock } from '@eventbridge-kit/testkit/manual-clock';
import { toConnectorError } from '../aws/errors.ts';
import type { AwsPolicy } from '../aws/policy.ts';
import { environmentSecrets } from '../secrets/environment.ts';
import { createServices, type ServiceOptions } from './services.ts';

async function run(variables: JsonObject, options: ServiceOptions): Promise<JobTrace> {
  const { services } = createServices({ secrets: SECRETS, clock: new ManualClock(), ...options });
  const { trace } = await runJob({ type: JOB_TYPE, headers: {}, variables, retries: 3 }, services, {
    dryRun: false,
    traceValues: true,
    signal: new AbortController().signal,
    sendUntilMs: () => Infinity,
    extend: () => Promise.resolve(true),
  });
  return trace;
}

describe('the operator', () => {
  const sender = new FakeSender();
  const endpoint = variablesWith('configuration.endpoint', 'https://x.example');
  const role = variablesWith('authentication.roleArn', 'arn:aws:iam::123456789012:role/sender');

  it('has not allowed endpoints and roles that a task names: nothing is sent, and no retry helps', async () => {
    for (const [variables, field] of [
      [endpoint, 'configuration.endpoint'],
      [role, 'authentication.roleArn'],
    ] as const) {
      const sender = new FakeSender();
      const { outcome } = await run(variables, { sender });
      expect(outcome).toMatchObject({ type: 'fail', retries: 0 });
      expect(JSON.stringify(outcome)).toContain(field);
      expect(sender.sent).toEqual([]);
    }
  });

  it('may allow some of them', async () => {
    const options = { allowedEndpoints: ['https://x.example'], allowedRoles: ['arn:aws:iam::123456789012:role/*'] };
    expect((await run(endpoint, { sender, ...options })).outcome?.type).toBe('complete');
    expect((await run(role, { sender, ...options })).outcome?.type).toBe('complete');
  });

  it('may have a policy of its own', async () => {
    const policy: AwsPolicy = { allowEndpoint: () => true, allowRole: () => false };
    expect((await run(endpoint, { sender, policy })).outcome?.type).toBe('complete');
    expect((await run(role, { sender, policy })).outcome?.type).toBe('fail');
  });
});

describe('secrets of a job', () => {
  it('are hidden in what AWS says before its first line is told', async () => {
    const WORDS = 'first of two lines\nsecond';
    const sender = new FakeSender();
    sender.reply =
      () =>
      ({ hide }) => {
        const target = { eventBusName: 'orders', identity: { region: 'eu-central-1' } };
        return Promise.resolve({ ok: false, error: toConnectorError(new Error(`No ${WORDS}.`), target, hide) });
      };
    const variables = variablesWith('input.detail', { note: '{{secrets.WORDS}}' });
    const trace = await run(variables, { sender, secrets: { ...SECRETS, WORDS }, secretFields: ['input.detail'] });
    expect(JSON.stringify(trace)).toContain('No ***.');
    expect(JSON.stringify(trace)).not.toContain('first of');
  });

  it('are looked up by the prefix of their variables', async () => {
    const sender = new FakeSender();
    const environment = {
      SECRET_AWS_ACCESS_KEY: 'AKIAFROMENVIRONMENT1',
      SECRET_AWS_SECRET_KEY: 'from-environment',
      AWS_ACCESS_KEY: 'not this',
    };
    await run(variablesWith('input.source', 'a'), { sender, secrets: environmentSecrets(environment) });
    expect(sender.sent[0]?.identity.credentials).toMatchObject({ accessKeyId: 'AKIAFROMENVIRONMENT1' });
  });
});
