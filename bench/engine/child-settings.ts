/** What a worker of the benchmark is told, by its environment. */
export interface ChildSettings {
  readonly grpcAddress: string;
  readonly jobType: string;
  /** Where PutEvents goes. */
  readonly endpoint: string;
}

/** How the benchmark tells it. Names are those of Camunda's and AWS's own clients where they have one. */
export function childEnv({ grpcAddress, jobType, endpoint }: ChildSettings): Record<string, string> {
  return {
    ZEEBE_GRPC_ADDRESS: `grpc://${grpcAddress}`,
    CAMUNDA_AUTH_STRATEGY: 'NONE',
    CAMUNDA_OAUTH_DISABLED: 'true',
    CAMUNDA_EVENTBRIDGE_JOB_TYPES: jobType,
    AWS_ENDPOINT_URL_EVENTBRIDGE: endpoint,
    AWS_REGION: 'eu-central-1',
    ...Object.fromEntries(
      Object.entries(KEYS).flatMap(([name, value]) => [
        [name, value],
        [`SECRET_${name}`, value],
      ]),
    ),
    AWS_ACCESS_KEY_ID: KEYS.AWS_ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: KEYS.AWS_SECRET_KEY,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  };
}

const KEYS = { AWS_ACCESS_KEY: 'AKIDEXAMPLE', AWS_SECRET_KEY: 'bench-secret-key' };

/** The other end of `childEnv`. */
export function readChildEnv(env: NodeJS.ProcessEnv): { readonly grpcAddress: string; readonly jobType: string } {
  const { ZEEBE_GRPC_ADDRESS: grpcAddress = '', CAMUNDA_EVENTBRIDGE_JOB_TYPES: jobType = '' } = env;
  return { grpcAddress, jobType };
}

/** Jobs that each of them takes at a time: the worker's default. */
export const MAX_ACTIVE_JOBS = 100;

/** How long a job belongs to each of them, in milliseconds: the worker's default. */
export const JOB_TIMEOUT_MS = 60_000;
