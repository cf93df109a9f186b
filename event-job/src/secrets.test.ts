import type { JsonObject } from '@eventbridge-kit/issue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import type { JobRun } from './run-job.ts';
import { run as runJob, type TestRun } from '../test/run.ts';

const headers = {
  resultVariable: 'all',
  errorExpression: '=if error = null then null else jobError(error.message, error)',
};

function run(variables: JsonObject, options: TestRun = {}): Promise<JobRun['trace']> {
  return runJob({ type: JOB_TYPE, headers, variables, retries: 3 }, options);
}

describe('secrets of a job', () => {
  it('that do not exist end the job with 0 retries, by name', async () => {
    const trace = await run(variablesWith('authentication.accessKey', '{{secrets.NO_SUCH}}'));
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(JSON.stringify(trace.outcome)).toContain('NO_SUCH');
    expect(JSON.stringify(trace.outcome)).toContain('authentication.accessKey');
  });

  it('stay literal where a process variable may have smuggled them in, with a warning', async () => {
    const sender = new FakeSender();
    const trace = await run(variablesWith('input.detail', { note: '{{secrets.AWS_SECRET_KEY}}' }), { sender });
    expect(sender.sent[0]?.entry.Detail).toBe('{"note":"{{secrets.AWS_SECRET_KEY}}"}');
    expect(trace.steps[1]?.issues).toMatchObject([
      { rule: 'secret-not-here', field: 'input.detail.note', severity: 'warning' },
    ]);
    expect(trace.outcome?.type).toBe('complete');
  });

  it('that stay literal explain the error that follows, and how to allow them', async () => {
    const trace = await run(variablesWith('configuration.region', '{{secrets.REGION}}'));
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toContain('--secret-fields');
  });

  it('resolve where the operator adds the field', async () => {
    const sender = new FakeSender();
    const variables = variablesWith('configuration.region', '{{secrets.REGION}}');
    await run(variables, {
      sender,
      secrets: { ...SECRETS, REGION: 'eu-west-1' },
      secretFields: ['configuration.region'],
    });
    expect(sender.sent[0]?.identity.region).toBe('eu-west-1');
  });

  it('are hidden where they resolve, in every field that the operator adds', async () => {
    const variables = variablesWith('input.detail', { note: 'the word is {{secrets.WORD}}' });
    const secrets = { ...SECRETS, WORD: 'swordfish' };
    const sender = new FakeSender();
    const trace = await run(variables, { sender, secrets, secretFields: ['input.detail'] });
    expect(sender.sent[0]?.entry.Detail).toBe('{"note":"the word is swordfish"}');
    expect(JSON.stringify(trace)).toContain('the word is ***');
    expect(JSON.stringify(trace)).not.toContain('swordfish');
  });

  it('do not resolve in variables that are no inputs of the task, nor do these show anywhere', async () => {
    const variables = { ...variablesWith('input.source', 'a'), other: { note: '{{secrets.AWS_SECRET_KEY}}' } };
    const trace = await run(variables, { secretFields: ['other'] });
    expect(trace.outcome?.type).toBe('complete');
    expect(JSON.stringify(trace)).not.toContain('other');
  });

  it('never stand in trace or outcome, wherever AWS or the event repeat them', async () => {
    const text = fc.string({ unit: 'binary', minLength: 8, maxLength: 40 }).filter((value) => value.trim().length >= 8);
    await fc.assert(
      fc.asyncProperty(text, text, fc.boolean(), async (accessKey, secretKey, isTyped) => {
        const variables = isTyped
          ? { ...variablesWith('authentication.accessKey', accessKey) }
          : variablesWith('input.source', 'com.example');
        const authentication = variables['authentication'] as JsonObject;
        if (isTyped) authentication['secretKey'] = secretKey;
        (variables['input'] as JsonObject)['detail'] = { note: `before ${secretKey} after`, [accessKey]: 1 };
        const sender = new FakeSender();
        sender.reply = () => () =>
          Promise.resolve({
            ok: false,
            error: {
              type: 'Leak',
              message: `the key ${accessKey} with ${secretKey}`,
              code: secretKey,
              variables: { secretKey },
              inputError: false,
            },
          });
        const trace = await run(variables, {
          sender,
          secrets: { AWS_ACCESS_KEY: accessKey, AWS_SECRET_KEY: secretKey },
        });
        const told = JSON.stringify(trace);
        for (const secret of [accessKey, secretKey]) {
          expect(told).not.toContain(secret);
          expect(told).not.toContain(JSON.stringify(secret).slice(1, -1));
        }
      }),
      { numRuns: 150 },
    );
  });
});
