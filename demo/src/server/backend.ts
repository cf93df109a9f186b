import {
  createAwsSender,
  environmentSecrets,
  type EventSender,
  type TestSendOptions,
} from 'camunda-eventbridge-worker';
import { createLocalBus, DEFAULT_ACCESS_KEY, type LocalBus } from 'eventbridge-local-bus';
import { LOCAL_NOTICE } from './local-notice.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where test sends go. */
export interface Backend {
  /** What the test-send service needs to send there. */
  readonly service: Pick<TestSendOptions, 'awsEndpoint' | 'policy' | 'secrets' | 'sender' | 'stsEndpoint'>;
  /** Absent when events go to AWS. */
  readonly bus?: LocalBus;
  /** Creates an event bus that the next send finds; throws on a name that cannot be. Absent when events go to AWS. */
  readonly createEventBus?: (name: string) => void;
  /** One line that says where events go. */
  readonly notice: string;
  close(): Promise<void>;
}

/** Settings of AWS's own tools that name credentials. */
// https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html#EVarSettings
const AWS_SETTINGS = [
  'AWS_ACCESS_KEY_ID',
  'AWS_PROFILE',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
];

/** A bus in this process. Nothing leaves the machine, whatever the diagram says. */
export async function startLocalBackend(env: Environment): Promise<Backend> {
  const bus = createLocalBus();
  const { url } = await bus.start();
  const newSender = (): EventSender => createAwsSender({ endpoint: url, stsEndpoint: url, checkEventBus: true });
  let sender = newSender();
  return {
    service: {
      awsEndpoint: url,
      stsEndpoint: url,
      sender: localSender(() => sender),
      policy: { allowEndpoint: (endpoint) => new URL(endpoint).host === new URL(url).host, allowRole: () => true },
      secrets: secretsOf(env, {
        AWS_ACCESS_KEY: DEFAULT_ACCESS_KEY.accessKeyId,
        AWS_SECRET_KEY: DEFAULT_ACCESS_KEY.secretAccessKey,
      }),
    },
    bus,
    createEventBus: (name) => {
      bus.addEventBus(name);
      // One that has missed a bus remembers that for some seconds.
      sender.close();
      sender = newSender();
    },
    notice: LOCAL_NOTICE,
    close: async () => {
      sender.close();
      await bus.close();
    },
  };
}

/** Amazon EventBridge, with the credentials of the environment. Throws when it has none. */
export function startAwsBackend(env: Environment): Backend {
  const setting = AWS_SETTINGS.find((name) => isSet(env[name]));
  if (setting === undefined) {
    throw new Error(
      `--aws needs AWS settings in the environment: found none of ${AWS_SETTINGS.join(', ')}. ` +
        'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
    );
  }
  return {
    service: {
      secrets: secretsOf(env, {
        AWS_ACCESS_KEY: env['AWS_ACCESS_KEY_ID'],
        AWS_SECRET_KEY: env['AWS_SECRET_ACCESS_KEY'],
        AWS_SESSION_TOKEN: env['AWS_SESSION_TOKEN'],
      }),
    },
    notice:
      `Events go to a real AWS account, with the credentials that ${setting} names. Rules there will act on them.` +
      (isSet(env['AWS_ACCESS_KEY_ID']) ? '' : ' Set the authentication of each task to Default Credentials Chain.'),
    close: () => Promise.resolve(),
  };
}

/** The bus knows one key: it also stands for the credentials that a worker's own environment would offer. */
function localSender(current: () => EventSender): EventSender {
  const { accessKeyId, secretAccessKey } = DEFAULT_ACCESS_KEY;
  return {
    send: (entry, identity, options) =>
      current().send(
        entry,
        identity.credentials.type === 'defaultChain'
          ? { ...identity, credentials: { type: 'static', accessKeyId, secretAccessKey } }
          : identity,
        options,
      ),
    close: () => current().close(),
  };
}

function secretsOf(env: Environment, own: Environment): NonNullable<Backend['service']['secrets']> {
  const others = environmentSecrets(env);
  return { lookup: (name) => others.lookup(name) ?? (Object.hasOwn(own, name) ? own[name] : undefined) };
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== '';
}
