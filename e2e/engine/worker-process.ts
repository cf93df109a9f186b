import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { DEFAULT_ACCESS_KEY } from 'eventbridge-local-bus';

const BIN = fileURLToPath(new URL('../../worker/bin/cli.js', import.meta.url));

export interface WorkerProcessOptions {
  /** `host:port` of the gateway. */
  readonly grpcAddress: string;
  /** Address of the event bus. */
  readonly awsEndpoint: string;
  /** The worker's command; default that of the checkout. */
  readonly bin?: string;
  /** Added to its environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** The worker as a user starts it, in a process of its own. */
export interface WorkerProcess {
  /** Ends it at once, in the middle of whatever it does; resolves when it is gone. */
  kill(): Promise<void>;
}

export function startWorkerProcess(options: WorkerProcessOptions): WorkerProcess {
  const { grpcAddress, awsEndpoint, bin = BIN, env = {} } = options;
  const { PATH } = process.env;
  const child = spawn(process.execPath, [bin], {
    env: {
      ...(PATH !== undefined && { PATH }),
      ZEEBE_GRPC_ADDRESS: `grpc://${grpcAddress}`,
      AWS_ENDPOINT_URL_EVENTBRIDGE: awsEndpoint,
      SECRET_AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId,
      SECRET_AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey,
      ...env,
    },
    stdio: 'ignore',
  });
  const gone = once(child, 'exit');
  return {
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
  };
}
