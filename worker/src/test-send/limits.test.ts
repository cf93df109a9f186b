import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { startTestSendService, type TestSendService } from './service.ts';

let service: TestSendService;
const sender = new FakeSender();

beforeAll(async () => {
  service = await startTestSendService({ port: 0, sender, secrets: {} });
});

afterAll(() => service.stop());

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly lines: readonly string[];
}

async function post(body: string): Promise<Answer> {
  const response = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}` },
    body,
  });
  const text = await response.text();
  const { message } = JSON.parse(text) as { readonly message?: string };
  return { status: response.status, text, lines: (message ?? '').split('\n') };
}

function request(task: object, variables: object = {}): string {
  return JSON.stringify({
    task: { elementId: 'task', jobType: 'x', inputs: [], headers: {}, ...task },
    variables,
    dryRun: true,
  });
}

describe('a test send that asks for too much', () => {
  it('is told the first mistakes of many, and how many more there are', async () => {
    const inputs = Array.from({ length: 200 }, () => 1);
    const { status, lines } = await post(request({ inputs }));
    expect(status).toBe(400);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toContain('task.inputs[0] is not what a test send needs: found a number');
    expect(lines.at(-1)).toMatch(/^And \d+ more\.$/);
  });

  it('with more inputs than any template has is told so once', async () => {
    const { status, lines } = await post(request({ inputs: Array.from({ length: 1_300_000 }, () => 1) }));
    expect(status).toBe(400);
    expect(lines).toEqual(['task.inputs is too long: found 1300000 items, send at most 200.']);
  });

  it.each([
    [
      'a target of many names',
      { inputs: [{ target: 'a.'.repeat(240), source: 'x' }] },
      'names between dots, send at most 20',
    ],
    [
      'a target that is long',
      { inputs: [{ target: 'a'.repeat(20_000), source: 'x' }] },
      'characters, send at most 500',
    ],
    ['a source that is long', { inputs: [{ target: 'a', source: 'x'.repeat(1_100_000) }] }, 'send at most 1048576'],
    [
      'many headers',
      { headers: Object.fromEntries(Array.from({ length: 101 }, (_, n) => [n, ''])) },
      'send at most 100',
    ],
    ['a header with a long name', { headers: { ['h'.repeat(2_000)]: '' } }, 'send at most 1000'],
    ['a long name of its element', { elementId: 'e'.repeat(2_000) }, 'task.elementId is too long'],
  ])('with %s is refused with the bound', async (_, task, reason) => {
    const { status, text } = await post(request(task));
    expect(status).toBe(400);
    expect(text).toContain(reason);
    expect(text.length).toBeLessThan(500);
  });

  it('nested deeper than anything the engine takes is refused', async () => {
    const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000);
    const { status, text } = await post(`{"task": ${deep}}`);
    expect(status).toBe(400);
    expect(text).toContain('nested more than 500 levels');
  });

  it('whose inputs copy a large variable again and again is refused, not answered with all copies', async () => {
    const inputs = Array.from({ length: 100 }, (_, index) => ({ target: `copy${index}`, source: '=big' }));
    const { status, text } = await post(
      request({ inputs }, { big: Array.from({ length: 100 }, () => 'x'.repeat(10_000)) }),
    );
    expect(status).toBe(400);
    expect(text).toContain('The inputs make too much');
  });

  it('whose inputs together take too much work is refused, though each alone may', async () => {
    const loop = (index: number): object => ({ target: `loop${index}`, source: '=count(for i in 1..150000 return i)' });
    const { status, text } = await post(request({ inputs: Array.from({ length: 10 }, (_, index) => loop(index)) }));
    expect(status).toBe(400);
    expect(text).toContain('The inputs take too much work');
    expect((await post(request({ inputs: [loop(1)] }))).status).toBe(200);
  });

  it.each([
    ['many values', `=[${'1,'.repeat(100_000)}1]`],
    ['deep brackets', `=${'('.repeat(201)}1${')'.repeat(201)}`],
    ['many steps', '=count(for i in 1..250001 return i)'],
    ['a secret of the engine', '=camunda.secrets.X'],
    ['a variable of the cluster', '={region: camunda.vars.env.X}'],
  ])(
    'is not told of an incident for %s: what the engine makes of it is not known here',
    async (_, source) => {
      const { status, text } = await post(request({ inputs: [{ target: 'authentication.accessKey', source }] }));
      expect(status).toBe(200);
      expect(JSON.parse(text)).toMatchObject({ fields: [{ status: 'unknown' }] });
      expect(text).not.toMatch(/incident|is required/);
    },
    120_000,
  );

  it('takes such names within a text for text', async () => {
    const { text } = await post(request({ inputs: [{ target: 'note', source: '="see camunda.secrets.X"' }] }));
    expect(JSON.parse(text)).toMatchObject({ fields: [{ status: 'ok', value: 'see camunda.secrets.X' }] });
  });

  it('leaves a task with a large payload and brackets in its texts alone', async () => {
    const inputs = [{ target: 'input.detail', source: '=big' }];
    const big = { list: Array.from({ length: 20 }, () => '[{"\\'.repeat(2_000)) };
    expect((await post(request({ inputs }, { big }))).status).toBe(200);
  });
});
