/**
 * What a good engineer writes in an hour: jobs streamed and polled, up to ten events a call, no FEEL, no check, no retry,
 * and jobs lost when it ends. The mark for what care may cost.
 */
import {
  credentials,
  makeGenericClientConstructor,
  type ClientReadableStream,
  type requestCallback,
} from '@grpc/grpc-js';
import { loadGatewayService } from '../../../worker/src/camunda/grpc/service.ts';
import { batchedSender } from '../batched-sender.ts';
import { JOB_TIMEOUT_MS, MAX_ACTIVE_JOBS, readChildEnv } from '../child-settings.ts';

interface Job {
  readonly key: string;
  readonly variables: string;
}
interface Activated {
  readonly jobs: readonly Job[];
}
interface Variables {
  readonly input: { eventBusName: string; source: string; detailType: string; detail: object };
}
/** The service's methods, as far as they are called here. */
interface Gateway {
  ActivateJobs(request: object): ClientReadableStream<Activated>;
  StreamActivatedJobs(request: object): ClientReadableStream<Job>;
  CompleteJob(request: object, callback: requestCallback<object>): void;
}

const { grpcAddress, jobType } = readChildEnv(process.env);
const Client = makeGenericClientConstructor(loadGatewayService(), 'Gateway');
// grpc-js makes the methods from the service's definition, unseen by the compiler.
const gateway = new Client(grpcAddress.replace('grpc://', ''), credentials.createInsecure()) as unknown as Gateway;
const send = batchedSender();
const fetchVariable = ['authentication', 'configuration', 'input'];
const jobs = { type: jobType, worker: 'thirty-lines', timeout: JOB_TIMEOUT_MS, fetchVariable };
const REQUEST_TIMEOUT_MS = 10_000;
const BUSY_PAUSE_MS = 2;
let active = 0;

gateway
  .StreamActivatedJobs(jobs)
  .on('data', (job: Job) => void work(job))
  .on('error', report);
for (;;) {
  if (active < MAX_ACTIVE_JOBS) await poll(MAX_ACTIVE_JOBS - active);
  else await new Promise((resolve) => setTimeout(resolve, BUSY_PAUSE_MS));
}

function poll(maxJobsToActivate: number): Promise<void> {
  return new Promise((resolve, reject) => {
    gateway
      .ActivateJobs({ ...jobs, maxJobsToActivate, requestTimeout: REQUEST_TIMEOUT_MS })
      .on('data', ({ jobs: some }: Activated) => some.forEach((job) => void work(job)))
      .on('end', resolve)
      .on('error', reject);
  });
}

async function work({ key, variables }: Job): Promise<void> {
  active += 1;
  try {
    const { input } = JSON.parse(variables) as Variables; // the benchmark's gateway writes them
    const eventId = await send({
      EventBusName: input.eventBusName,
      Source: input.source,
      DetailType: input.detailType,
      Detail: JSON.stringify(input.detail),
    });
    await new Promise((resolve, reject) => {
      gateway.CompleteJob({ jobKey: key, variables: JSON.stringify({ eventId }) }, (error, answer) =>
        error === null ? resolve(answer) : reject(error),
      );
    });
  } catch (error) {
    report(error);
  }
  active -= 1;
}

function report(error: unknown): void {
  process.stderr.write(`${String(error)}\n`);
}
