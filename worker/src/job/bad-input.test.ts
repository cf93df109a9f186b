import fc from 'fast-check';
import type { Json } from '@eventbridge-kit/issue';
import { describe, expect, it } from 'vitest';
import { makeJob, objectAt, RIGHT_VARIABLES, SECRETS, variablesWith } from '@eventbridge-kit/testkit/jobs';
import { createScene, type Scene } from '../../test/scene.ts';
import type { ActivatedJob } from '../camunda/job-port.ts';

interface Ran extends Scene {
  /** The one outcome that the engine got. */
  readonly outcome: Scene['camunda']['commands'][number];
}

/** Gives the job to a worker. It must have exactly one outcome, and no secret may stand in it, in a log line or a trace. */
async function run(changes: Partial<ActivatedJob>): Promise<Ran> {
  const scene = createScene();
  const { camunda, worker, clock, lines } = scene;
  const traces: unknown[] = [];
  worker.onJobRun(({ trace }) => traces.push(trace));
  camunda.addJobs(makeJob('1', changes));
  worker.start();
  await clock.settle();
  await clock.until(worker.stop());
  const [outcome, ...more] = camunda.outcomesOf('1');
  expect(more).toEqual([]);
  if (outcome === undefined) throw new Error('the job got no outcome');
  const told = JSON.stringify([camunda.commands, lines, traces]);
  for (const secret of Object.values(SECRETS)) expect(told).not.toContain(secret);
  return { ...scene, outcome };
}

interface Wrong {
  readonly name: string;
  readonly job: Partial<ActivatedJob>;
  /** What the message names. */
  readonly field: string;
}

function value(field: string, wrong: Json | undefined): Wrong {
  return {
    name: `${field} ${wrong === undefined ? 'missing' : JSON.stringify(wrong).slice(0, 40)}`,
    job: { variables: variablesWith(field, wrong) },
    field,
  };
}

function header(name: string, text: string): Wrong {
  return {
    name: `header ${name} ${text}`,
    job: { headers: { [name]: text } },
    field: name,
  };
}

/** How a message says what to do. */
const REMEDY = /\b(?:write|use|did you mean|map|keep|define|correct|put|leave|such as) /i;

const BLANK = ['', ' ', null, undefined];
const REQUIRED = [
  'authentication.accessKey',
  'authentication.secretKey',
  'configuration.region',
  'input.eventBusName',
  'input.source',
  'input.detailType',
  'input.detail',
];

const LIMIT = 1_048_576;
const FRAME_BYTES = 'com.example.orders'.length + 'Order placed'.length;

/** A detail that makes the event so large, of letters of two bytes, as an object or as JSON text. */
function detailFor(bytes: number, asText: boolean): Json {
  const text = bytes - FRAME_BYTES - '{"a":""}'.length;
  const detail = { a: 'é'.repeat(Math.floor(text / 2)) + 'x'.repeat(text % 2) };
  return asText ? JSON.stringify(detail) : detail;
}

function nested(levels: number, asText: boolean): Json {
  const text = `{"a":${'['.repeat(levels - 1)}${']'.repeat(levels - 1)}}`;
  return asText ? text : (JSON.parse(text) as Json); // JSON.parse gives JSON, which its `any` does not say
}

function placeholder(name: string): string {
  return `{{secrets.${name}}}`;
}

const WRONG: readonly Wrong[] = [
  ...REQUIRED.flatMap((field) => BLANK.map((blank) => value(field, blank))),
  value('authentication.type', 'magic'),
  value('authentication.accessKey', 7),
  value('configuration.region', 'eu-centrl-1'),
  value('configuration.endpoint', 'ftp://example.com'),
  value('configuration.endpointId', 'no-dot'),
  value('input.source', 'aws.s3'),
  value('input.eventBusName', 'orders/new'),
  value('input.detailType', 'x'.repeat(129)),
  value('input.detail', [1]),
  value('input.detail', '{"orderId": }'),
  value('input.resources', 'not a list'),
  value('input.resources', ['']),
  value('input.time', 'tomorrow'),
  value('input.traceHeader', 'x'.repeat(501)),
  value('input.idempotencyId', 'header'),
  value('authentication.roleArn', 'undefined'),
  { name: 'a text for a context', job: { variables: { ...RIGHT_VARIABLES, input: 'x' } }, field: 'input' },
  {
    name: 'a list for a context',
    job: { variables: { ...RIGHT_VARIABLES, authentication: ['x'] } },
    field: 'authentication',
  },
  header('retryBackoff', 'soon'),
  header('retryBackoff', '-PT1S'),
  header('retryBackoff', 'P1M'),
  header('jobTimeout', 'PT0S'),
  header('jobTimeout', 'P1Y'),
  header('resultExpression', '=1 +'),
  header('resultExpression', '="text"'),
  header('resultExpression', '={a: noSuchFunction(1)}'),
  header('errorExpression', '=if x then'),
  header('errorExpression', '="oops"'),
  value('authentication.accessKey', placeholder('NO_SUCH')),
  value('authentication.secretKey', `before ${placeholder('NO_SUCH')} after`),
  value('configuration.region', placeholder('AWS_SECRET_KEY')),
  value('input.eventBusName', placeholder('AWS_SECRET_KEY')),
  value('input.detail', detailFor(LIMIT, false)),
  value('input.detail', detailFor(LIMIT, true)),
  value('input.detail', detailFor(LIMIT + 1, false)),
  value('input.detail', detailFor(LIMIT + 1, true)),
  value('input.detail', nested(2_000, false)),
  value('input.detail', nested(2_000, true)),
];

describe('a job with bad input', () => {
  it.each(WRONG)('is one incident that names field and remedy, without a secret: $name', async ({ job, field }) => {
    const { outcome, sender } = await run(job);
    expect(outcome).toMatchObject({ operation: 'fail', fail: { retries: 0 } });
    expect(outcome.fail?.message).toContain(field);
    expect(outcome.fail?.message).toMatch(REMEDY);
    // What an expression gives is known from the response alone; one that cannot be read or run, before.
    const isKnownBefore = /Not a FEEL|is not known here/.test(outcome.fail?.message ?? '');
    const reachesAws = /^(?:result|error)Expression$/.test(field) && !isKnownBefore;
    expect(sender.sent).toHaveLength(reachesAws ? 1 : 0);
  });
});

describe('a job with odd input that is right all the same', () => {
  const fits: readonly [name: string, job: Partial<ActivatedJob>][] = [
    ['one byte below the limit, an object', { variables: variablesWith('input.detail', detailFor(LIMIT - 1, false)) }],
    ['one byte below the limit, a text', { variables: variablesWith('input.detail', detailFor(LIMIT - 1, true)) }],
    ['1,000 levels, an object', { variables: variablesWith('input.detail', nested(1_000, false)) }],
    ['1,000 levels, a text', { variables: variablesWith('input.detail', nested(1_000, true)) }],
    ['unknown headers', { headers: { colour: 'blue', constructor: 'x', retrybackoff: 'soon' } }],
    ['blank headers', { headers: { retryBackoff: ' ', resultExpression: '' } }],
    ['a variable that is no input', { variables: { ...RIGHT_VARIABLES, other: { input: 1 } } }],
  ];

  it.each(fits)('completes: %s', async (_, job) => {
    const { outcome, sender } = await run(job);
    expect(outcome.operation).toBe('complete');
    expect(sender.sent).toHaveLength(1);
  });

  it('sends a smuggled placeholder as the text that it is', async () => {
    const variables = variablesWith('input.detail', { note: placeholder('AWS_SECRET_KEY') });
    const { outcome, sender } = await run({ variables, headers: { resultVariable: 'all' } });
    expect(outcome.operation).toBe('complete');
    expect(sender.sent[0]?.entry.Detail).toBe(`{"note":"${placeholder('AWS_SECRET_KEY')}"}`);
  });
});

describe('a job with any input at all', () => {
  const names = Object.keys(RIGHT_VARIABLES);
  const fields = names.flatMap((name) =>
    Object.keys(objectAt(RIGHT_VARIABLES, name)).map((field) => `${name}.${field}`),
  );
  const anyJson = fc.jsonValue({ maxDepth: 3 }).map((json) => json as Json);
  const variables = fc.oneof(
    fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), anyJson),
    fc.tuple(fc.constantFrom(...fields), anyJson).map(([field, json]) => variablesWith(field, json)),
  );
  const headerNames = fc.constantFrom('resultVariable', 'resultExpression', 'errorExpression', 'retryBackoff');
  const headers = fc.dictionary(
    fc.oneof(headerNames, fc.string()),
    fc.oneof(fc.string(), fc.constantFrom('=response', '=bpmnError("A")', '=jobError("b")', 'PT10S')),
  );

  it('has one outcome, without a secret', async () => {
    await fc.assert(
      fc.asyncProperty(variables, headers, async (given, written) => {
        const { outcome, worker } = await run({ variables: given, headers: written });
        expect(['complete', 'fail', 'throwError']).toContain(outcome.operation);
        if (outcome.operation === 'fail') expect(outcome.fail?.message.trim()).not.toBe('');
        expect(worker.activeJobs).toBe(0);
      }),
      { numRuns: 150 },
    );
  });
});
