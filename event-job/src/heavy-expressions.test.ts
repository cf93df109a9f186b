import { describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { JOB_TYPE, RIGHT_VARIABLES } from '@eventbridge-kit/testkit/jobs';
import type { JobRun } from './run-job.ts';
import { run as runJob } from '../test/run.ts';

async function run(headers: Readonly<Record<string, string>>): Promise<JobRun['trace'] & { readonly sent: number }> {
  const sender = new FakeSender();
  const trace = await runJob({ type: JOB_TYPE, headers, variables: RIGHT_VARIABLES, retries: 3 }, { sender });
  return { ...trace, sent: sender.sent.length };
}

describe('a pattern that takes forever elsewhere', () => {
  it.each([
    ['={x: matches("aaaaaaaaaaaaaaaaaaaaaaaa!", "^(a|a|a|a)*$")}', { x: false }],
    [`={x: matches("${'a'.repeat(100)}", "a*a*a*a*a*a*a*b")}`, { x: false }],
    ['={x: replace("aaaa", "(a*)*b", "-")}', { x: 'aaaa' }],
  ])('has its answer in linear time: %s', async (resultExpression, variables) => {
    expect(await run({ resultExpression })).toMatchObject({ sent: 1, outcome: { type: 'complete', variables } });
  });

  it.each([
    ['resultExpression', '={x: matches("ab", "a(?=b)")}', 'a look-around'],
    ['errorExpression', '=if matches("abab", "(ab)\\\\1") then bpmnError("X") else null', 'a back-reference'],
    ['errorExpression', '=if matches("b", "[a-z&&[^b]]") then bpmnError("X") else null', 'an intersection of classes'],
  ])(
    'in the %s is refused before anything is sent, by its name, where it has none: %s',
    async (name, text, construct) => {
      const { outcome, sent } = await run({ [name]: text });
      expect(sent).toBe(0);
      expect(outcome).toMatchObject({
        type: 'fail',
        retries: 0,
        message: expect.stringContaining(construct) as string,
      });
    },
  );
});

describe('an expression that asks for too much', () => {
  const GROWS =
    '={x: count(for i in 1..9 return if i = 1 then "aaaaaaaaaa" else replace(partial[-1], "a", "aaaaaaaaaa"))}';

  it.each([
    [GROWS, 'steps'],
    ['={x: for i in 1..60 return if i = 1 then "xx" else partial[-1] + partial[-1]}', 'bytes'],
    ['={x: count(for a in 1..1000, b in 1..1000, c in 1..1000 return a)}', 'steps'],
  ])('ends its job by the bound that it is beyond, after the one event: %s', async (expression, bound) => {
    const message = expect.stringMatching(new RegExp(`more than [\\d,]+ ${bound}`)) as string;
    for (const name of ['resultExpression', 'errorExpression']) {
      const { outcome, sent } = await run({ [name]: expression });
      expect(sent).toBe(1);
      expect(outcome).toMatchObject({ type: 'fail', retries: 0, message });
    }
  });

  it('is never called an incident of the engine', async () => {
    const { outcome } = await run({ resultExpression: GROWS });
    expect(JSON.stringify(outcome)).not.toContain('incident');
  });
});
