import { EVENT_JOB_TYPES } from 'bpmnlint-plugin-eventbridge/task';
import { createWorker } from 'camunda-eventbridge-worker';
import type { Backend, Environment } from '../backend.ts';
import type { ApiHandler } from '../page/page.ts';
import { connectEngine } from './client.ts';
import { configuredAuth, configuredEngine } from './foreign-engine.ts';
import { startOwnEngine } from './own-engine.ts';
import { createRunHandler } from './run-handler.ts';

/** An engine with a worker beside it. */
export interface EngineSide {
  /** Which engine it is, for people. */
  readonly name: string;
  /** Serves `/api/run`. */
  readonly handler: ApiHandler;
  close(): Promise<void>;
}

export interface EngineSideOptions {
  readonly env: Environment;
  readonly service: Backend['service'];
  readonly token: string;
  /** Takes a line of progress. */
  readonly say: (line: string) => void;
}

/**
 * Connects to the gateway that the environment names, else starts an engine of its own, and runs a worker on it. Rejects
 * when there is none and none can be started.
 */
export async function startEngineSide({ env, service, token, say }: EngineSideOptions): Promise<EngineSide> {
  const engine = configuredEngine(env) ?? (await startOwnEngine(say));
  const auth = configuredAuth(env);
  const client = await connectEngine(engine.grpcAddress, auth);
  const worker = createWorker({
    ...service,
    grpcAddress: engine.grpcAddress,
    auth,
    jobTypes: EVENT_JOB_TYPES,
    jobStreaming: engine.jobStreaming,
    drainTimeoutMs: 1_000,
  });
  worker.start();
  return {
    name: engine.name,
    handler: createRunHandler({ engine, client, worker, jobTypes: EVENT_JOB_TYPES }, token),
    close: async () => {
      await worker.stop();
      await client.close();
      await engine.close();
    },
  };
}
