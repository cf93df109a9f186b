import { FakeGateway } from '@eventbridge-kit/testkit/camunda/fake-gateway';
import { JOB_TYPE, RIGHT_VARIABLES, SECRETS } from '@eventbridge-kit/testkit/jobs';
import { createLocalBus } from 'eventbridge-local-bus';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Above 2^53, where a number would be rounded: the key of another job. */
const JOB_KEY = '9007199254740993';

/**
 * Lets an installed worker take one job, send its event to a bus, complete the job and end when it is asked to. Throws
 * where it does not.
 *
 * @param node the program of Node that runs it
 */
export async function sendOneEvent(folder: string, node: string): Promise<void> {
  const { AWS_ACCESS_KEY: accessKeyId, AWS_SECRET_KEY: secretAccessKey } = SECRETS;
  const bus = createLocalBus({ port: 0, buses: ['orders'], accessKeys: [{ accessKeyId, secretAccessKey }] });
  const { url } = await bus.start();
  let isTaken = false;
  let complete: (end: string) => void = () => undefined;
  const completed = new Promise<string>((resolve) => (complete = resolve));
  const gateway = new FakeGateway({
    respond: (method, { jobKey }) => {
      if (method === 'CompleteJob' || method === 'FailJob') complete(`${method} ${String(jobKey)}`);
      if (method === 'StreamActivatedJobs') return Promise.resolve({ never: true });
      if (method !== 'ActivateJobs') return Promise.resolve({ message: {} });
      const jobs = isTaken ? [] : [JOB];
      isTaken = true;
      return Promise.resolve({ messages: [{ jobs }] });
    },
  });
  await gateway.start();
  const worker = spawn(node, [join(folder, 'node_modules/camunda-eventbridge-worker/bin/cli.js')], {
    env: {
      PATH: process.env['PATH'],
      ZEEBE_GRPC_ADDRESS: `grpc://${gateway.address}`,
      CAMUNDA_EVENTBRIDGE_LOG_FORMAT: 'pretty',
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
      SECRET_AWS_ACCESS_KEY: accessKeyId,
      SECRET_AWS_SECRET_KEY: secretAccessKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  worker.stdout.setEncoding('utf8').on('data', (text: string) => (log += text));
  const exited = once(worker, 'exit');
  void exited.then(() => complete('the end of the worker'));
  try {
    const end = await completed;
    worker.kill('SIGTERM');
    const [code] = (await exited) as [number | null]; // the event's own
    const events = bus.events().map(({ detailText }) => detailText);
    if (end !== `CompleteJob ${JOB_KEY}` || code !== 0 || events.join() !== '{"orderId":7}')
      throw new Error(`The worker gave ${end}, exit code ${String(code)} and the events ${events.join()}:\n${log}`);
  } finally {
    worker.kill('SIGKILL');
    gateway.stop();
    await bus.close();
  }
}

/** As `ActivatedJob` of Camunda's `zeebe.proto`. */
const JOB = {
  key: JOB_KEY,
  type: JOB_TYPE,
  processInstanceKey: '9007199254740991',
  bpmnProcessId: 'order-to-event',
  elementId: 'send-order',
  elementInstanceKey: '9007199254740995',
  customHeaders: '{}',
  retries: 3,
  variables: JSON.stringify(RIGHT_VARIABLES),
  tenantId: '<default>',
};
