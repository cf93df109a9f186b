/** What the workers on Camunda's SDK have in common: the shape of its documentation's first example. */
import { Camunda8 } from '@camunda8/sdk';
import type { SendEntry } from '../batched-sender.ts';
import { JOB_TIMEOUT_MS, MAX_ACTIVE_JOBS, readChildEnv } from '../child-settings.ts';

interface Variables {
  readonly input: { eventBusName: string; source: string; detailType: string; detail: object };
}

export function startSdkWorker(send: SendEntry): void {
  const { jobType } = readChildEnv(process.env);
  new Camunda8().getZeebeGrpcApiClient().createWorker({
    taskType: jobType,
    maxJobsToActivate: MAX_ACTIVE_JOBS,
    timeout: JOB_TIMEOUT_MS,
    loglevel: 'NONE',
    taskHandler: async (job) => {
      // The diagram of the benchmark writes these variables.
      const { input } = job.variables as unknown as Variables;
      const eventId = await send({
        EventBusName: input.eventBusName,
        Source: input.source,
        DetailType: input.detailType,
        Detail: JSON.stringify(input.detail),
      });
      return eventId === undefined ? job.fail('The event was not accepted.') : job.complete({ eventId });
    },
  });
}
