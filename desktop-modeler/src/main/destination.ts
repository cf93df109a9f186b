import type { ConnectorError } from '@eventbridge-kit/connector';
import type { EventSender, TestSendOptions } from 'camunda-eventbridge-worker';
import type { ReceivedEvent } from 'eventbridge-local-bus';
// The demo's own backends: what a test send needs for a bus in this process, and for AWS.
import { startAwsBackend, startLocalBackend, type Backend } from '../../../demo/src/server/backend.ts';
import { START_AGAIN, type ServiceSettings } from '../contract.ts';
import { thrownText } from '@eventbridge-kit/issue';
import { profileProblem } from './aws-profiles.ts';

/** Where test sends go with some settings. */
export interface Destination {
  /** What the test send needs to send there. */
  readonly service: TestSendOptions;
  /** One sentence: where events go. */
  readonly notice: string;
  /** Why nothing can be sent, and what to choose instead. Previews call nobody, and work. */
  readonly problem?: string;
  /** What arrived on the local event bus, oldest first; absent where events go elsewhere. */
  readonly records?: () => readonly ReceivedEvent[];
  close(): Promise<void>;
}

export type StartDestination = (settings: ServiceSettings) => Promise<Destination>;

export type StartLocal = (env: NodeJS.ProcessEnv) => Promise<Backend>;

/**
 * What starts the destination of some settings. It never rejects for what a user has chosen, or for a machine without a free
 * port: settings that cannot work have a `problem`.
 *
 * @param env the environment that the AWS SDK reads; a chosen profile stands in it as long as it is the choice
 */
export function destinationsOf(env: NodeJS.ProcessEnv, startLocal: StartLocal = startLocalBackend): StartDestination {
  const ownProfile = env['AWS_PROFILE'];
  return async (settings) => {
    if (ownProfile === undefined) delete env['AWS_PROFILE'];
    else env['AWS_PROFILE'] = ownProfile;
    return startDestination(settings, env, startLocal);
  };
}

async function startDestination(
  settings: ServiceSettings,
  env: NodeJS.ProcessEnv,
  startLocal: StartLocal,
): Promise<Destination> {
  const { readOnly } = settings;
  const { backend, problem } = await startBackend(settings, env, startLocal);
  const { bus } = backend;
  const stop = readOnly ? READ_ONLY : problem;
  return {
    service: stop === undefined ? backend.service : { ...backend.service, sender: refusing(stop) },
    notice: readOnly ? 'Nothing is sent: Modeler\'s settings say "Preview only".' : backend.notice,
    ...(problem !== undefined && { problem }),
    ...(bus && { records: () => bus.records() }),
    close: () => backend.close(),
  };
}

const READ_ONLY =
  'Nothing was sent: Modeler\'s settings say "Preview only". Use Preview, or switch it off under EventBridge test send in Modeler\'s settings.';

interface Started {
  readonly backend: Backend;
  readonly problem?: string;
}

async function startBackend(
  { target, profile }: ServiceSettings,
  env: NodeJS.ProcessEnv,
  startLocal: StartLocal,
): Promise<Started> {
  switch (target) {
    case 'local':
      return startLocal(env).then(
        (backend) => ({ backend }),
        (error: unknown) => ({ backend: noBackend(), problem: `${BUS_FAILED}: ${thrownText(error)}. ${ELSEWHERE}` }),
      );
    case 'environment':
      return awsBackend(env, ENVIRONMENT_LACKS);
    case 'profile': {
      const problem = await profileProblem(profile, env);
      if (problem !== undefined) return { backend: noBackend(), problem };
      // The AWS SDK reads the name from the environment, which is this thread's own.
      env['AWS_PROFILE'] = profile.trim();
      return awsBackend(env, ENVIRONMENT_LACKS);
    }
    default:
      return target satisfies never;
  }
}

const BUS_FAILED = 'Nothing can be sent: the local event bus could not start';

const ELSEWHERE = `${START_AGAIN} Or let events go to AWS, under EventBridge test send in Modeler's settings.`;

const ENVIRONMENT_LACKS =
  "Nothing can be sent to AWS: the environment that Modeler was started in names no AWS credentials. Choose an AWS profile or the local event bus under EventBridge test send in Modeler's settings, or start Modeler with AWS_PROFILE or with AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY set.";

function awsBackend(env: NodeJS.ProcessEnv, problem: string): Started {
  try {
    return { backend: startAwsBackend(env) };
  } catch {
    return { backend: noBackend(), problem };
  }
}

function noBackend(): Backend {
  return { service: {}, notice: 'Nothing can be sent.', close: () => Promise.resolve() };
}

/** Refuses each entry with a reason, as AWS would with another. */
function refusing(message: string): EventSender {
  const error: ConnectorError = { type: 'NotSent', message, code: 'NotSent', variables: {}, inputError: true };
  return { send: () => Promise.resolve({ ok: false, error }), close: () => undefined };
}
