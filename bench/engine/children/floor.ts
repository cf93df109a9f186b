/** What no worker can beat on this protocol: jobs streamed and polled, completed at once, nothing sent anywhere. */
import { connectGrpc } from '../../../worker/src/camunda/grpc/grpc-connection.ts';
import type { ActivatedJob } from '../../../worker/src/camunda/job-port.ts';
import { JOB_TIMEOUT_MS, MAX_ACTIVE_JOBS, readChildEnv } from '../child-settings.ts';
import type { ChildCounts } from '../measured-child.ts';

const { grpcAddress, jobType } = readChildEnv(process.env);
const target = grpcAddress.replace(/^grpc:\/\//, '');
const connection = connectGrpc({
  address: grpcAddress,
  target,
  authorization: { headers: () => Promise.resolve({}), refused: () => undefined },
});
const request = { type: jobType, worker: 'floor', timeoutMs: JOB_TIMEOUT_MS, fetchVariables: ['input'], tenantIds: [] };

/** How long the gateway may hold a poll open: an engine that pushes no jobs hands them to one that waits. */
const REQUEST_TIMEOUT_MS = 10_000;
let completed = 0;

process.on('message', () => process.send?.({ completed } satisfies ChildCounts));

void stream();
void poll();

async function stream(): Promise<void> {
  for await (const job of connection.stream?.(request, new AbortController().signal) ?? []) void complete(job);
}

async function poll(): Promise<void> {
  for (;;) {
    const wanted = { ...request, maxJobs: MAX_ACTIVE_JOBS, requestTimeoutMs: REQUEST_TIMEOUT_MS };
    await Promise.all((await connection.activate(wanted)).map(complete));
  }
}

async function complete({ key }: ActivatedJob): Promise<void> {
  await connection.complete(key, {});
  completed += 1;
}
