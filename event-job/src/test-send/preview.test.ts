import { VALID_INPUTS } from '@eventbridge-kit/testkit/bpmn';
import { stillWorld } from '@eventbridge-kit/testkit/still-world';
import { describe, expect, it } from 'vitest';
import { ANSWERS, pastedAnswer, rejectedWith } from './answers.ts';
import type { TaskSource } from './contract.ts';
import { previewTask, type PreviewDeps } from './preview.ts';

const KEY = 'AKIAIOSFODNN7EXAMPLE';
const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';

function taskWith(inputs: Readonly<Record<string, string>>, headers: TaskSource['headers'] = {}): TaskSource {
  return {
    elementId: 'task',
    jobType: 'eventbridge-kit:send-event:1',
    inputs: Object.entries({ ...VALID_INPUTS, ...inputs }).map(([target, source]) => ({ target, source })),
    headers,
  };
}

const DEPS: PreviewDeps = { world: stillWorld, isKnownSecret: () => undefined, unguessable: 'stand-in-7f3a' };

async function preview(task: TaskSource, variables: object = { order: { id: 7 } }, deps = DEPS) {
  const result = await previewTask(task, JSON.stringify(variables), ANSWERS, deps);
  if (!result.ok) throw new Error(result.message);
  return result.preview;
}

describe('a preview', () => {
  it('has a job for each answer, and resolves no secret', async () => {
    const { ends, steps } = await preview(taskWith({}, { retryBackoff: 'PT5S' }));
    expect(ends?.accepted.outcome).toEqual({ type: 'complete', variables: {} });
    expect(ends?.throttled.outcome).toMatchObject({ type: 'fail', retries: 2, retryBackoffMs: 5_000 });
    expect(ends?.timeout.outcome).toMatchObject({ type: 'fail', variables: { error: { code: 'DeadlineExceeded' } } });
    expect(JSON.stringify(steps)).not.toContain(DEPS.unguessable);
  });

  it('fails for a secret that the service does not know, as a job would', async () => {
    const { ends, outcome } = await preview(taskWith({}), {}, { ...DEPS, isKnownSecret: () => false });
    expect(ends).toBeUndefined();
    expect(JSON.stringify(outcome)).toContain('AWS_ACCESS_KEY');
  });

  it('holds nothing that looks like a key of AWS, wherever it came from', async () => {
    const inputs = { 'input.detail': '={key: key, text: "see " + secret}', 'authentication.secretKey': SECRET };
    const told = JSON.stringify(await preview(taskWith(inputs), { key: KEY, secret: SECRET }));
    expect(told).not.toContain(KEY);
    expect(told).not.toContain(SECRET);
  });

  it('leaves a digest and a common text as they are', async () => {
    const inputs = { 'input.detail': '={sha: sha}' };
    const sha = 'da39a3ee5e6b4b0d3255bfef95601890afd80709';
    expect(JSON.stringify(await preview(taskWith(inputs), { sha }))).toContain(sha);
  });

  it('gives up on inputs that take too much work, and says so', async () => {
    const loops = Object.fromEntries(
      [1, 2, 3].map((n) => [`input.x${n}`, '={n: count(for i in 1..400 return count(for j in 1..400 return j))}']),
    );
    const result = await previewTask(taskWith(loops), '{}', ANSWERS, { ...DEPS, maxSteps: 100_000 });
    expect(result).toMatchObject({ ok: false, message: expect.stringContaining('too much work') as string });
  });
});

describe('a response that is pasted in', () => {
  it.each([
    ['{"FailedEntryCount": 0, "Entries": [{"EventId": "a"}]}', { type: 'complete' }],
    ['{"FailedEntryCount": 1, "Entries": [{"ErrorCode": "MalformedDetail"}]}', { type: 'fail', retries: 0 }],
    ['{"entries": [{"eventId": "a", "errorCode": null, "errorMessage": null}]}', { type: 'complete' }],
    ['{"__type": "com.amazonaws.events#ThrottlingException", "message": "Rate"}', { type: 'fail', retries: 2 }],
    ['{"__type": "ValidationException", "message": "No."}', { type: 'fail', retries: 0 }],
  ])('%s ends the job as EventBridge would', async (text, outcome) => {
    const pasted = pastedAnswer(text);
    if (!pasted.ok) throw new Error(pasted.message);
    const result = await previewTask(taskWith({}), '{"order": {"id": 7}}', { pasted: pasted.answer }, DEPS);
    expect(result.ok && result.preview.ends?.pasted.outcome).toMatchObject(outcome);
  });

  it.each(['', '[]', '{"some": 1}'])('%j is refused with what to paste', (text) => {
    expect(pastedAnswer(text)).toMatchObject({ ok: false, message: expect.stringContaining('Paste') as string });
  });

  it('rejects with any code', async () => {
    const result = await previewTask(taskWith({}), '{"order": {"id": 7}}', { one: rejectedWith('New') }, DEPS);
    expect(result.ok && result.preview.ends?.one.outcome).toMatchObject({ variables: { error: { code: 'New' } } });
  });
});
