import { ENTRY_CODES } from '@eventbridge-kit/eventbridge';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { STEP_NAMES, type StepName } from './trace.ts';
import type { JobRun } from './run-job.ts';
import { answer, failCall, FakeSender, rejectEntry } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, RIGHT_VARIABLES, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { run as runJob, type TestRun } from '../test/run.ts';

interface Job extends TestRun {
  readonly variables?: JsonObject;
  readonly headers?: Record<string, string>;
  readonly retries?: number;
}

function run({ variables = RIGHT_VARIABLES, headers = {}, retries = 3, ...rest }: Job = {}): Promise<JobRun['trace']> {
  return runJob({ type: JOB_TYPE, headers, variables, retries }, rest);
}

function statuses(trace: JobRun['trace']): Partial<Record<StepName, string>> {
  return Object.fromEntries(trace.steps.map(({ step, status }) => [step, status]));
}

function valueOf(trace: JobRun['trace'], name: StepName): Json | undefined {
  return trace.steps.find(({ step }) => step === name)?.value;
}

describe('a job that is right', () => {
  it('goes through all steps in their order, and completes with what the headers ask for', async () => {
    const trace = await run({ headers: { resultVariable: 'sent', resultExpression: '={id: entries[1].eventId}' } });
    expect(trace.steps.map(({ step }) => step)).toEqual(STEP_NAMES);
    expect(trace.steps.filter(({ status }) => status === 'failed')).toEqual([]);
    expect(trace.outcome).toMatchObject({
      type: 'complete',
      variables: { id: 'event-1', sent: { failedEntryCount: 0 } },
    });
  });

  it('sends exactly the entry that its trace shows', async () => {
    const sender = new FakeSender();
    const trace = await run({ sender, variables: variablesWith('input.resources', '["arn:aws:s3:::orders"]') });
    expect(sender.sent.map(({ entry }) => entry)).toEqual([valueOf(trace, 'entry')]);
    expect(valueOf(trace, 'entry')).toEqual({
      EventBusName: 'orders',
      Source: 'com.example.orders',
      DetailType: 'Order placed',
      Detail: '{"orderId":7}',
      Resources: ['arn:aws:s3:::orders'],
    });
  });

  it('hands the identity to the sender, secrets in place', async () => {
    const sender = new FakeSender();
    await run({
      sender,
      variables: variablesWith('authentication.roleArn', 'arn:aws:iam::123456789012:role/sender'),
    });
    expect(sender.sent[0]?.identity).toEqual({
      region: 'eu-central-1',
      credentials: { type: 'static', accessKeyId: SECRETS.AWS_ACCESS_KEY, secretAccessKey: SECRETS.AWS_SECRET_KEY },
      role: { arn: 'arn:aws:iam::123456789012:role/sender' },
    });
  });

  it('takes the keys without a type for credentials, and emptied fields for absent', async () => {
    const sender = new FakeSender();
    const variables = variablesWith('authentication.type', undefined);
    const { configuration } = RIGHT_VARIABLES as { configuration: JsonObject };
    await run({
      sender,
      variables: { ...variables, configuration: { ...configuration, endpoint: '', endpointId: '' } },
    });
    expect(sender.sent[0]?.identity).toMatchObject({ region: 'eu-central-1', credentials: { type: 'static' } });
    expect(sender.sent[0]?.identity).not.toHaveProperty('endpoint');
    expect(sender.sent[0]?.identity).not.toHaveProperty('endpointId');
  });

  it('in a dry run stops before the call', async () => {
    const sender = new FakeSender();
    const trace = await run({ sender, dryRun: true });
    expect(sender.sent).toEqual([]);
    expect(statuses(trace)).toMatchObject({ entry: 'ok', send: 'skipped', response: 'skipped' });
    expect(trace.outcome).toBeUndefined();
  });

  it('keeps no values where nobody looks', async () => {
    const trace = await run({ traceValues: false, dryRun: true });
    expect(trace.steps.filter(({ value }) => value !== undefined)).toEqual([]);
  });
});

describe('a wrong value', () => {
  const blank = ['', ' ', null, undefined];
  const wrong: [field: string, value: Json | undefined, step: StepName][] = [
    ...[...blank, 7].map((value): [string, Json | undefined, StepName] => ['configuration.region', value, 'input']),
    ...blank.map((value): [string, Json | undefined, StepName] => ['authentication.accessKey', value, 'input']),
    ...blank.map((value): [string, Json | undefined, StepName] => ['authentication.secretKey', value, 'input']),
    ...blank.map((value): [string, Json | undefined, StepName] => ['input.source', value, 'input']),
    ...blank.map((value): [string, Json | undefined, StepName] => ['input.detailType', value, 'input']),
    ...blank.map((value): [string, Json | undefined, StepName] => ['input.eventBusName', value, 'input']),
    ['configuration.region', 'atlantis-1', 'checks'],
    ['authentication.type', 'magic', 'input'],
    ['input.detail', null, 'input'],
    ['input.detail', [1], 'input'],
    ['input.detail', '{"orderId": }', 'checks'],
    ['input.detail', '[1]', 'checks'],
    ['input.detailType', 'x'.repeat(129), 'checks'],
    ['input.source', 'aws.s3', 'checks'],
    ['input.eventBusName', 'orders/new', 'checks'],
    ['input.resources', 'not a list', 'input'],
    ['input.time', 'tomorrow', 'checks'],
    ['input.traceHeader', 'x'.repeat(501), 'checks'],
    ['configuration.endpointId', 'no-dot', 'checks'],
    ['configuration.endpoint', 'http://example.com', 'checks'],
  ];

  it.each(wrong)('in %s (%j) ends the job with 0 retries, naming the field', async (field, value, step) => {
    const sender = new FakeSender();
    const trace = await run({ sender, variables: variablesWith(field, value) });
    expect(statuses(trace)[step]).toBe('failed');
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toContain(field);
    expect(sender.sent).toEqual([]);
  });

  it('in a list is told by its member, null too', async () => {
    const trace = await run({ variables: variablesWith('input.resources', ['a', null]) });
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toMatch(/position 2.*found null/);
  });

  it('in two fields that contradict each other names both', async () => {
    const arn = 'arn:aws:events:us-east-1:123456789012:event-bus/orders';
    const trace = await run({ variables: variablesWith('input.eventBusName', arn) });
    expect(statuses(trace).checks).toBe('failed');
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toMatch(/eu-central-1.*us-east-1/);
  });

  it('in a header ends the job with 0 retries, naming the header', async () => {
    const trace = await run({ headers: { retryBackoff: 'soon' } });
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toMatch(/retryBackoff: .*found "soon"/);
    expect(statuses(trace)).toMatchObject({ headers: 'failed', secrets: 'skipped', send: 'skipped' });
  });

  it.each([12345678, ['12345678'], { key: { key: '12345678' } }])(
    'in a secret field (%j) never stands in trace or outcome',
    async (value) => {
      const trace = await run({ variables: variablesWith('authentication.secretKey', value) });
      expect(trace.outcome?.type).toBe('fail');
      expect(JSON.stringify(trace)).not.toContain('12345678');
    },
  );

  it.each([
    ['resultExpression', '={a: '],
    ['errorExpression', '=foo('],
  ])('in the %s, that FEEL cannot read (%s), ends the job before anything is sent', async (name, expression) => {
    const sender = new FakeSender();
    const trace = await run({ sender, headers: { [name]: expression } });
    expect(sender.sent).toEqual([]);
    expect(statuses(trace)).toMatchObject({ headers: 'failed', send: 'skipped' });
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(trace.outcome?.type === 'fail' && trace.outcome.message).toContain(`${name}: `);
  });

  it.each(['retryBackoff', 'jobTimeout', 'resultVariable', 'elementTemplateId'])(
    'in the header %s that repeats a key is not told, whole or in part',
    async (name) => {
      for (const key of [SECRETS.AWS_SECRET_KEY, 'typed-into-the-task-and-longer-than-what-a-message-quotes']) {
        const variables = variablesWith('authentication.secretKey', key);
        const told = JSON.stringify(await run({ headers: { [name]: key }, variables, dryRun: true }));
        expect(told).not.toContain(key.slice(0, 6));
        expect(told).toContain('***');
      }
    },
  );

  it.each([
    ['a line break', 'KEY\n'],
    ['a line break', 'KEY\r\nX: y'],
    ['a tab', '\tKEY'],
    ['a control character', 'KEY\u0000'],
    ['a blank at its start or end', 'KEY '],
    ['a blank at its start or end', '\u00a0KEY'],
    ['a blank', 'KEY KEY'],
    ['braces of a placeholder that is not whole', '{{secrets.KEY'],
    ['a character that is no ASCII', 'KÉY'],
  ])('in a key (%s) ends the job with 0 retries, naming the field and what was found: %j', async (found, value) => {
    for (const name of ['accessKey', 'secretKey', 'sessionToken']) {
      const sender = new FakeSender();
      const variables = variablesWith(`authentication.${name}`, '{{secrets.ODD}}');
      const trace = await run({ sender, variables, secrets: { ...SECRETS, ODD: value } });
      expect(sender.sent).toEqual([]);
      expect(trace.outcome).toMatchObject({ type: 'fail', retries: 0 });
      const message = trace.outcome?.type === 'fail' ? trace.outcome.message : '';
      expect(message).toContain(`authentication.${name}: `);
      expect(message).toContain(`found ${found}.`);
      expect(JSON.stringify(trace)).not.toContain(JSON.stringify(value).slice(1, -1));
    }
  });

  it('is seen by the error expression', async () => {
    const headers = { errorExpression: '=if error != null then bpmnError("WRONG", error.type) else null' };
    const trace = await run({ headers, variables: variablesWith('input.source', 'aws.s3') });
    expect(trace.outcome).toMatchObject({ type: 'bpmnError', code: 'WRONG' });
  });

  it('of an event that is too large by one byte is found before the call', async () => {
    const sender = new FakeSender();
    const checks = { maxEntryBytes: 2_000 };
    const fixed = 'com.example.orders'.length + 'Order placed'.length + '{"a":""}'.length;
    const fits = variablesWith('input.detail', { a: 'x'.repeat(1_999 - fixed) });
    const tooLarge = variablesWith('input.detail', { a: 'x'.repeat(2_000 - fixed) });
    expect((await run({ sender, checks, variables: fits })).outcome?.type).toBe('complete');
    expect((await run({ sender, checks, variables: tooLarge })).outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(sender.sent).toHaveLength(1);
  });
});

describe('an answer', () => {
  it('that rejects the entry is a failure, whatever its status; the response stays in sight', async () => {
    const sender = new FakeSender();
    sender.reply = () => rejectEntry('ThrottlingException');
    const trace = await run({ sender, retries: 3, headers: { resultVariable: 'sent', retryBackoff: 'PT10S' } });
    expect(statuses(trace)).toMatchObject({ send: 'ok', response: 'ok', resultExpression: 'skipped' });
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 2, retryBackoffMs: 10_000 });
    expect(valueOf(trace, 'response')).toMatchObject({
      failedEntryCount: 1,
      entries: [{ errorCode: 'ThrottlingException' }],
    });
  });

  it.each(['MalformedDetail', 'InvalidArgument', 'NotAuthorizedForSourceException', 'AccessDeniedException'])(
    'that rejects the entry for good (%s) uses up all retries',
    async (code) => {
      const sender = new FakeSender();
      sender.reply = () => rejectEntry(code);
      expect((await run({ sender })).outcome).toMatchObject({ type: 'fail', retries: 0 });
    },
  );

  it('that denies access to the entry names the missing action and the bus', async () => {
    const sender = new FakeSender();
    sender.reply = () => rejectEntry('AccessDeniedException');
    const { outcome } = await run({ sender });
    expect(outcome?.type === 'fail' && outcome.message).toContain(
      'Allow the action events:PutEvents on the event bus "orders" in eu-central-1 for these credentials.',
    );
  });

  const denied =
    'User: me is not authorized to perform: events:PutEvents on resource: the-bus because no policy allows it';
  it.each([
    ['MalformedDetail', 'Detail is malformed.', ' Write a JSON object in input.detail.'],
    ['ThrottlingException', 'Rate exceeded', ". Raise the account's quota in this region, or send less."],
    ['InvalidArgument', 'Parameter Source is not valid.', ''],
    ['AccessDeniedException', denied, '. Allow it for these credentials.'],
    ['RedactionFailure', 'EventBridge could not redact the entry.', ''],
  ])('that rejects the entry (%s) says what AWS said, and then only what adds to it', async (code, said, advice) => {
    const messageOf = async (errorMessage?: string): Promise<string> => {
      const sender = new FakeSender();
      sender.reply = () => () =>
        Promise.resolve(answer({ errorCode: code, ...(errorMessage !== undefined && { errorMessage }) }));
      const { outcome } = await run({ sender });
      return outcome?.type === 'fail' ? outcome.message : '';
    };
    expect(await messageOf(said)).toBe(`Amazon EventBridge rejected the event: ${code}: ${said}${advice}`);
    // Where AWS says nothing, what the code means stands there.
    expect(await messageOf()).toContain(`${code}: ${ENTRY_CODES[code]?.meaning ?? ''}`);
  });

  it("gives the error expression the entry's code and the response", async () => {
    const sender = new FakeSender();
    sender.reply = () => rejectEntry('ThrottlingException');
    const errorExpression =
      '=if error.code = "ThrottlingException" then bpmnError("BUSY", response.entries[1].errorMessage) else null';
    expect((await run({ sender, headers: { errorExpression } })).outcome).toMatchObject({
      type: 'bpmnError',
      code: 'BUSY',
      message: 'ThrottlingException it is.',
    });
  });

  it('that does not come is a failure with a retry', async () => {
    const sender = new FakeSender();
    sender.reply = () => failCall('ECONNRESET');
    const trace = await run({ sender });
    expect(statuses(trace)).toMatchObject({ send: 'failed', response: 'skipped' });
    expect(trace.outcome).toMatchObject({ type: 'fail', retries: 2, variables: { error: { code: 'ECONNRESET' } } });
  });
});
