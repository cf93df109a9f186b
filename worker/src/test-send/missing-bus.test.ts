import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import type { StepResult, TestSendReport } from '@eventbridge-kit/event-job';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestSendService, type TestSendServiceOptions } from './service.ts';

let bus: LocalBus;
let awsEndpoint: string;

beforeEach(async () => {
  bus = createLocalBus({ buses: ['orders'] });
  ({ url: awsEndpoint } = await bus.start());
});

afterEach(() => bus.close());

/** What a service with these settings says of sending to a bus. */
async function sendTo(eventBusName: string, options: TestSendServiceOptions = {}): Promise<StepResult | undefined> {
  const { accessKeyId, secretAccessKey } = DEFAULT_ACCESS_KEY;
  const secrets = { KEY: accessKeyId, SECRET: secretAccessKey };
  const service = await startTestSendService({ port: 0, awsEndpoint, secrets, ...options });
  const inputs = Object.entries({
    'authentication.type': 'credentials',
    'authentication.accessKey': '{{secrets.KEY}}',
    'authentication.secretKey': '{{secrets.SECRET}}',
    'configuration.region': 'eu-central-1',
    'input.eventBusName': eventBusName,
    'input.source': 'com.example',
    'input.detailType': 'Order placed',
    'input.detail': '={}',
  }).map(([target, source]) => ({ target, source }));
  const task = { elementId: 'task', jobType: 'eventbridge-kit:send-event:1', inputs, headers: {} };
  const answer = await fetch(service.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${service.token}` },
    body: JSON.stringify({ task, variables: {}, dryRun: false }),
  });
  const report = (await answer.json()) as TestSendReport;
  await service.stop();
  return report.steps.find(({ step }) => step === 'send');
}

describe('a test send to a bus that is not there', () => {
  it('fails, and nothing is sent, unless the operator says otherwise', async () => {
    const send = await sendTo('nowhere');
    expect(send).toMatchObject({ status: 'failed' });
    expect(send?.issues[0]?.message).toMatch(/does not exist.*"nowhere".*accept the event and lose it/);
    expect(bus.counts().entries).toBe(0);
    expect(await sendTo('nowhere', { checkEventBus: false })).toMatchObject({ status: 'ok', issues: [] });
  });

  it('says that the bus was not looked up where these credentials may not', async () => {
    bus.addFault({ kind: 'error', operation: 'DescribeEventBus', name: 'AccessDeniedException' });
    expect(await sendTo('nowhere')).toMatchObject({
      status: 'ok',
      issues: [
        {
          rule: 'event-bus-unknown',
          severity: 'warning',
          field: 'input.eventBusName',
          message: expect.stringMatching(/was not looked up.*"nowhere".*events:DescribeEventBus/) as string,
        },
      ],
    });
  });

  it('says nothing of a bus that is there', async () => {
    expect(await sendTo('orders')).toMatchObject({ status: 'ok', issues: [] });
  });
});
