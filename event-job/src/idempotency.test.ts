import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, RIGHT_VARIABLES } from '@eventbridge-kit/testkit/jobs';
import { isIdempotencyScope } from './idempotency-id.ts';
import type { JobContent } from './run-job.ts';
import { run } from '../test/run.ts';

const KEY = '2251799813685249';

function jobWith(input: JsonObject): JobContent {
  return {
    key: KEY,
    type: JOB_TYPE,
    headers: {},
    retries: 3,
    variables: { ...RIGHT_VARIABLES, input: { ...(RIGHT_VARIABLES['input'] as JsonObject), ...input } },
  };
}

const inDetail = { idempotencyId: 'detail', idempotencyField: 'sentBy' };

describe('the idempotency id of a job', () => {
  it.each<[Json | undefined]>([[undefined], [''], [null]])(
    'is absent where the task says %j',
    async (idempotencyId) => {
      const sender = new FakeSender();
      await run(jobWith(idempotencyId === undefined ? {} : { idempotencyId }), { sender });
      expect(sender.sent[0]?.entry).toMatchObject({ Detail: '{"orderId":7}' });
      expect(sender.sent[0]?.entry).not.toHaveProperty('Resources');
    },
  );

  it("is made of the job's key, and the same in every try of it", async () => {
    const sender = new FakeSender();
    await run(jobWith(inDetail), { sender });
    await run({ ...jobWith(inDetail), retries: 1 }, { sender });
    expect(sender.sent.map(({ entry }) => entry.Detail)).toEqual([
      `{"orderId":7,"sentBy":"camunda-job:${KEY}"}`,
      `{"orderId":7,"sentBy":"camunda-job:${KEY}"}`,
    ]);
  });

  it('stands behind the resources, and names the cluster where the operator gave it a name', async () => {
    const sender = new FakeSender();
    const job = jobWith({ idempotencyId: 'resource', resources: ['arn:aws:s3:::orders'] });
    await run(job, { sender, idempotencyScope: 'prod-eu' });
    expect(sender.sent[0]?.entry.Resources).toEqual(['arn:aws:s3:::orders', `camunda-job:prod-eu:${KEY}`]);
  });

  it.each([
    ['a key that the detail has', { ...inDetail, idempotencyField: 'orderId' }, 'input.idempotencyField', '"orderId"'],
    ['no key', { idempotencyId: 'detail' }, 'input.idempotencyField', 'Payload key is required'],
    ['another place', { idempotencyId: 'header' }, 'input.idempotencyId', '"header"'],
  ])('cannot go into %s: nothing is sent, and no retry helps', async (_, input, field, found) => {
    const sender = new FakeSender();
    const { outcome } = await run(jobWith(input), { sender });
    expect(outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(outcome?.type === 'fail' && outcome.message).toContain(field);
    expect(outcome?.type === 'fail' && outcome.message).toContain(found);
    expect(sender.sent).toEqual([]);
  });

  it('is a placeholder in a test send, which says so', async () => {
    const { type, headers, retries, variables } = jobWith(inDetail);
    const sender = new FakeSender();
    const trace = await run({ type, headers, retries, variables }, { sender });
    expect(sender.sent[0]?.entry.Detail).toBe('{"orderId":7,"sentBy":"camunda-job:test-send"}');
    const issues = trace.steps.flatMap((step) => step.issues);
    expect(issues).toMatchObject([{ severity: 'info', field: 'input.idempotencyId' }]);
    expect(issues[0]?.message).toContain('camunda-job:test-send');
    expect((await run(jobWith(inDetail))).steps.flatMap((step) => step.issues)).toEqual([]);
  });
});

describe('the name of a cluster in ids', () => {
  it.each(['prod', 'prod-eu_1.a', 'x'.repeat(64)])('may be %s', (text) => expect(isIdempotencyScope(text)).toBe(true));

  it.each(['', 'a:b', 'a b', 'ä', 'x'.repeat(65)])('is never %j', (text) =>
    expect(isIdempotencyScope(text)).toBe(false),
  );
});
