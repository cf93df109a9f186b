import { createJobServices, type JobServices, type SecretProvider } from '@eventbridge-kit/event-job';
import { withDefaults } from '@eventbridge-kit/node-kit/options';
import { createAwsSender, type AwsSenderOptions } from '../aws/aws-sender.ts';
import { checkPolicy, createPolicy, type AwsPolicy, type PolicySettings } from '../aws/policy.ts';
import type { EventSender } from '../aws/sender.ts';
import { SERVICE_OPTIONS } from '../options/services.ts';
import { environmentSecrets, mapSecrets } from '../secrets/environment.ts';
import { systemClock, type Clock } from '../runtime/clock.ts';
import { createFeelWorld } from '../runtime/feel-world.ts';
import type { Log } from '../runtime/log.ts';

/** What jobs need of the world; the worker and the test send take the same. */
export interface ServiceOptions extends Pick<PolicySettings, 'allowedEndpoints' | 'allowedRoles'> {
  /** Values of `{{secrets.NAME}}`, by name or looked up; default: environment variables `SECRET_NAME`. */
  readonly secrets?: Readonly<Record<string, string>> | SecretProvider | undefined;
  /** Dotted paths of variables where placeholders resolve too, beside `authentication`; default none. */
  readonly secretFields?: readonly string[] | undefined;
  /** True: each event bus is looked up before events go to it, since AWS loses events for one that is not there; default false. */
  readonly checkEventBus?: boolean | undefined;
  /** Address of EventBridge for tasks that name none; default: the region's, or `AWS_ENDPOINT_URL_EVENTBRIDGE`. */
  readonly awsEndpoint?: string | undefined;
  /** Address of STS for assumed roles; default: the region's, or `AWS_ENDPOINT_URL_STS`. */
  readonly stsEndpoint?: string | undefined;
  /** Longest wait for one answer of AWS, in milliseconds, default 10,000. */
  readonly awsRequestTimeoutMs?: number | undefined;
  /** An entry of this size or larger is refused, in bytes, default 1,048,576. */
  readonly maxEntryBytes?: number | undefined;
  /** Name of the cluster in idempotency ids, default none; two clusters that send to one bus need one each. */
  readonly idempotencyScope?: string | undefined;
  /** A policy of one's own in place of `allowedEndpoints` and `allowedRoles`. */
  readonly policy?: AwsPolicy | undefined;
  /** Sizes of events that wait for AWS from which no more jobs are fetched, in bytes, default 67,108,864 (64 MiB). */
  readonly maxQueuedBytes?: number | undefined;
  /** Hears of each PutEvents call that ended, and of each entry that will be tried again. */
  readonly awsObserver?: Pick<AwsSenderOptions, 'onCall' | 'onRetry'> | undefined;
  /** Sends the entries; default: Amazon EventBridge. The caller closes a sender that it hands in. */
  readonly sender?: EventSender | undefined;
  readonly clock?: Clock | undefined;
  /** A pino logger or the like, default none. */
  readonly log?: Log | undefined;
  /** Random numbers from 0 (included) to 1 (excluded). */
  readonly random?: (() => number) | undefined;
  readonly uuid?: (() => string) | undefined;
}

export interface OwnedServices {
  readonly services: JobServices;
  readonly sender: EventSender;
  readonly clock: Clock;
  readonly random: () => number;
  readonly close: () => void;
}

export function createServices(given: ServiceOptions): OwnedServices {
  const { clock = systemClock, random = Math.random } = given;
  const options = withDefaults(SERVICE_OPTIONS, given);
  const { awsEndpoint, stsEndpoint, checkEventBus, secretFields, maxEntryBytes, idempotencyScope } = options;
  const sender =
    given.sender ??
    createAwsSender({
      ...given.awsObserver,
      endpoint: awsEndpoint,
      stsEndpoint,
      checkEventBus,
      requestTimeoutMs: options.awsRequestTimeoutMs,
      maxQueuedBytes: given.maxQueuedBytes,
      log: given.log,
      random,
      clock,
    });
  const policy = given.policy ?? createPolicy({ ...options, ownEndpoint: awsEndpoint });
  const services = createJobServices({
    sender,
    secrets: toProvider(given.secrets),
    secretFields,
    checkPolicy: (identity) => checkPolicy(identity, policy),
    checks: { maxEntryBytes },
    idempotencyScope,
    world: createFeelWorld(clock, random, given.uuid),
  });
  return {
    services,
    sender,
    clock,
    random,
    close: () => {
      if (given.sender === undefined) sender.close();
    },
  };
}

function toProvider(secrets: ServiceOptions['secrets']): SecretProvider {
  if (secrets === undefined) return environmentSecrets(process.env);
  return isProvider(secrets) ? secrets : mapSecrets(secrets);
}

function isProvider(secrets: Readonly<Record<string, string>> | SecretProvider): secrets is SecretProvider {
  return typeof secrets.lookup === 'function';
}
