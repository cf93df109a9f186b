import type { InputMapping } from '@eventbridge-kit/connector';
import {
  parseTestSendRequest,
  runTestSend,
  type TestSendDeps,
  type TestSendReport,
  type TestSendRequest,
} from '@eventbridge-kit/event-job';
import type { Json, JsonObject } from '@eventbridge-kit/issue';
import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FakeSender } from '@eventbridge-kit/testkit/fake-sender';
import { makeJob, SECRETS } from '@eventbridge-kit/testkit/jobs';
import { createScene } from '../../test/scene.ts';
import { createServices } from '../job/services.ts';

const INPUTS: InputMapping[] = [
  { target: 'authentication.type', source: 'credentials' },
  { target: 'authentication.accessKey', source: '{{secrets.AWS_ACCESS_KEY}}' },
  { target: 'authentication.secretKey', source: '{{secrets.AWS_SECRET_KEY}}' },
  { target: 'configuration.region', source: 'eu-central-1' },
  { target: 'input.eventBusName', source: 'orders' },
  { target: 'input.source', source: '="com.example." + shop' },
  { target: 'input.detailType', source: 'Order placed' },
  { target: 'input.detail', source: '={orderId: order.id, via: shop}' },
];

const VARIABLES: JsonObject = { shop: 'books', order: { id: 7 } };

function requestWith(
  changes: Partial<TestSendRequest['task']> = {},
  rest: Partial<TestSendRequest> = {},
): TestSendRequest {
  return {
    task: { elementId: 'task', jobType: 'eventbridge-kit:send-event:1', inputs: INPUTS, headers: {}, ...changes },
    variables: VARIABLES,
    dryRun: false,
    ...rest,
  };
}

function withInput(target: string, source: string): InputMapping[] {
  return INPUTS.map((mapping) => (mapping.target === target ? { target, source } : mapping));
}

let bus: LocalBus;
let url: string;

beforeEach(async () => {
  bus = createLocalBus({ buses: ['orders'] });
  ({ url } = await bus.start());
});

afterEach(() => bus.close());

const KEYS = { AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId, AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey };

async function reportOf(request: TestSendRequest, deps: Omit<TestSendDeps, 'signal'>): Promise<TestSendReport> {
  const result = await runTestSend(request, { ...deps, signal: new AbortController().signal });
  if (!result.ok) throw new Error(result.message);
  return result.report;
}

async function testSend(request: TestSendRequest, secrets: Record<string, string> = KEYS): Promise<TestSendReport> {
  const { services, close } = createServices({ secrets, awsEndpoint: url });
  const report = await reportOf(request, { services, endpoint: url });
  close();
  return report;
}

describe('a test send', () => {
  it('evaluates the inputs in order, sends exactly that event and tells what the process would get', async () => {
    const report = await testSend(requestWith({ headers: { resultExpression: '={eventId: entries[1].eventId}' } }));
    const [event] = bus.events();
    expect(event).toMatchObject({ source: 'com.example.books', detail: { orderId: 7, via: 'books' } });
    expect(report.fields.find(({ target }) => target === 'input.source')).toMatchObject({
      status: 'ok',
      value: 'com.example.books',
    });
    expect(report.outcome).toEqual({ type: 'complete', variables: { eventId: event?.eventId } });
    expect(report.processVariables).toEqual({ ...VARIABLES, eventId: event?.eventId });
    expect(report.destination).toMatchObject({ kind: 'local', label: `Local event bus at ${url}` });
    expect(report.dryRun).toBe(false);
  });

  it('keeps integers of 64 bits to the last digit, as a job does', async () => {
    const inputs = [
      ...withInput('input.source', 'com.example.books').filter(({ target }) => target !== 'input.detail'),
      { target: 'input.detail', source: '={orderId: order.id, next: order.id + 1}' },
    ];
    const body = { ...requestWith({ inputs }), variablesText: '{"order": {"id": 9007199254740993}, "text": "1"}' };
    const parsed = parseTestSendRequest(body);
    if (!parsed.ok) expect.fail(parsed.messages.join('\n'));
    const report = await testSend(parsed.request);
    const detail = '{"orderId":9007199254740993,"next":9007199254740994}';
    expect(report.fields.at(-1)).toMatchObject({ status: 'ok', value: detail });
    const entry = report.steps.find(({ step }) => step === 'entry');
    expect(JSON.stringify(entry)).toContain(JSON.stringify(detail).slice(1, -1));
    expect(report.processVariables).toMatchObject({ order: '{"id":9007199254740993}', text: '1' });
    expect(() => JSON.stringify(report)).not.toThrow();
  });

  it('in a dry run sends nothing and shows the entry', async () => {
    const report = await testSend(requestWith({}, { dryRun: true }));
    expect(bus.records()).toEqual([]);
    expect(report.steps.find(({ step }) => step === 'entry')?.value).toMatchObject({ Source: 'com.example.books' });
    expect(report).not.toHaveProperty('outcome');
    expect(report).not.toHaveProperty('processVariables');
  });

  it('sends nothing where an input fails, and says that the engine would make no job', async () => {
    const report = await testSend(requestWith({ inputs: withInput('input.source', '=1 +') }));
    expect(report.fields.find(({ status }) => status === 'failed')?.target).toBe('input.source');
    expect(report.outcome).toMatchObject({ type: 'fail', retries: 0 });
    expect(report.outcome?.type === 'fail' && report.outcome.message).toContain('input.source');
    expect(bus.records()).toEqual([]);
  });

  it('takes the retries of the task, in FEEL too', async () => {
    const failing = withInput('configuration.endpoint', '');
    bus.addFault('error:name=UnrecognizedClientException,times=2');
    const fixed = await testSend(requestWith({ inputs: failing, retries: '5' }));
    const dynamic = await testSend(requestWith({ inputs: failing, retries: '=order.id' }));
    expect(fixed.outcome).toMatchObject({ type: 'fail', retries: 4 });
    expect(dynamic.outcome).toMatchObject({ type: 'fail', retries: 6 });
  });

  it("shows AWS's own error name for a wrong secret key", async () => {
    const report = await testSend(requestWith(), { ...KEYS, AWS_SECRET_KEY: 'not-the-secret-key' });
    expect(JSON.stringify(report.outcome)).toContain('InvalidSignatureException');
  });

  it('names the endpoint of the task as the destination', async () => {
    const inputs = [...INPUTS, { target: 'configuration.endpoint', source: 'https://events.example.com' }];
    const report = await testSend(requestWith({ inputs }, { dryRun: true }));
    expect(report.destination).toEqual({
      kind: 'aws',
      label: 'Amazon EventBridge in eu-central-1 at events.example.com',
      region: 'eu-central-1',
      eventBusName: 'orders',
    });
  });
});

describe('a test send and a job of the same task', () => {
  it('do the same, step by step', async () => {
    const headers = {
      resultVariable: 'sent',
      errorExpression: '=if failedEntryCount > 0 then jobError("no") else null',
    };
    const { worker, camunda, clock, sender } = createScene();
    const traces: unknown[] = [];
    worker.onJobRun(({ trace }) => traces.push(trace));
    const variables = {
      authentication: {
        type: 'credentials',
        accessKey: '{{secrets.AWS_ACCESS_KEY}}',
        secretKey: '{{secrets.AWS_SECRET_KEY}}',
      },
      configuration: { region: 'eu-central-1' },
      input: {
        eventBusName: 'orders',
        source: 'com.example.books',
        detailType: 'Order placed',
        detail: { orderId: 7, via: 'books' },
      },
    };
    camunda.addJobs(makeJob('1', { headers, variables, retries: 3 }));
    worker.start();
    await clock.settle();
    await worker.stop();
    const { services } = createServices({ secrets: SECRETS, sender, clock });
    const { steps, outcome } = await reportOf(requestWith({ headers }), {
      services,
      endpoint: undefined,
    });
    expect(traces).toEqual([{ steps, outcome }]);
    expect(sender.sent[0]).toEqual(sender.sent[1]);
  });
});

describe('the answer of a test send', () => {
  it.each([
    ['another field repeats it', 'AKIATYPED00000000001', '=AKIATYPED00000000001.x'],
    ['it is written as an expression', '=AKIATYPED00000000001', 'com.example'],
    ['it is written as an expression that fails', '=AKIATYPED00000000001 (', 'com.example'],
  ])('hides a typed key in what is told of a field', async (_where, accessKey, source) => {
    const inputs = withInput('authentication.accessKey', accessKey).map((mapping) =>
      mapping.target === 'input.source' ? { ...mapping, source } : mapping,
    );
    const { fields } = await testSend(requestWith({ inputs }, { dryRun: true }));
    const told = fields.filter(({ message, warnings }) => message !== undefined || warnings !== undefined);
    expect(told).not.toEqual([]);
    expect(JSON.stringify(fields)).not.toContain('AKIATYPED');
  });

  it('holds no secret where an input fails, so that no job is made', async () => {
    const { services } = createServices({
      sender: new FakeSender(),
      secrets: { ...KEYS, AWS_SECRET_KEY: 'secret-key\\' },
    });
    const report = await reportOf(requestWith({ inputs: withInput('input.source', 'secret-key\\') }), {
      services,
      endpoint: undefined,
    });
    expect(report.fields.some(({ status }) => status === 'failed')).toBe(true);
    expect(JSON.stringify(report)).not.toContain('secret-key');
  });

  it('never holds a secret, resolved or typed in, wherever it was put', async () => {
    const secret = fc
      .string({ unit: 'binary-ascii', minLength: 8, maxLength: 30 })
      .filter((text) => /^[^=\s]\S{6,}\S$/.test(text));
    const place = fc.constantFrom('input.source', 'input.detailType', 'input.eventBusName', 'configuration.region');
    await fc.assert(
      fc.asyncProperty(secret, secret, place, fc.boolean(), async (accessKey, secretKey, target, isTyped) => {
        const inputs = withInput(target, secretKey).map((mapping) => {
          if (!isTyped) return mapping;
          if (mapping.target === 'authentication.accessKey') return { ...mapping, source: accessKey };
          if (mapping.target === 'authentication.secretKey') return { ...mapping, source: secretKey };
          return mapping;
        });
        const { services } = createServices({
          sender: new FakeSender(),
          secrets: { AWS_ACCESS_KEY: accessKey, AWS_SECRET_KEY: secretKey },
        });
        const variables: JsonObject = { ...VARIABLES, note: `the key is ${secretKey}`, [accessKey]: 1 };
        const report = await reportOf(
          { ...requestWith({ inputs, headers: { resultVariable: 'sent' } }), variables },
          { services, endpoint: undefined },
        );
        const texts = textsIn(report as unknown as Json);
        for (const text of texts) {
          expect(text).not.toContain(accessKey);
          expect(text).not.toContain(secretKey);
        }
      }),
      { numRuns: 100 },
    );
  });
});

/** Every text and key of a JSON value. */
function textsIn(value: Json): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...textsIn(item)]);
}
