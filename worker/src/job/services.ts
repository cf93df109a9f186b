import { createJobServices, type JobServices, type SecretProvider } from '@eventbridge-kit/event-job';
import type { CheckSettings } from '@eventbridge-kit/eventbridge';
import { createAwsSender, type AwsSenderOptions } from '../aws/aws-sender.ts';
import { checkPolicy, createPolicy, type AwsPolicy, type PolicySettings } from '../aws/policy.ts';
import type { EventSender } from '../aws/sender.ts';
import { environmentSecrets, mapSecrets } from '../secrets/environment.ts';
import { systemClock, type Clock } from '../world/clock.ts';
import { createFeelWorld } from '../world/feel-world.ts';
import type { Log } from '../world/log.ts';

/** What jobs need of the world; the worker and the test send take the same. */
export interface ServiceOptions extends Pick<PolicySettings, 'allowedEndpoints' | 'allowedRoles'> {
  /** Values of `{{secrets.NAME}}`, by name or looked up; default: environment variables `SECRET_NAME`. */
  readonly secrets?: Readonly<Record<string, string>> | SecretProvider;
  /** Dotted paths of variables where placeholders resolve too, beside `authentication`; default none. */
  readonly secretFields?: readonly string[];
  /** True: each event bus is looked up before events go to it, since AWS loses events for one that is not there; default false. */
  readonly checkEventBus?: boolean;
  /** Address of EventBridge for tasks that name none; default: the region's, or `AWS_ENDPOINT_URL_EVENTBRIDGE`. */
  readonly awsEndpoint?: string;
  /** Address of STS for assumed roles; default: the region's, or `AWS_ENDPOINT_URL_STS`. */
  readonly stsEndpoint?: string;
  /** Longest wait for one answer of AWS, in milliseconds, default 10,000. */
  readonly awsRequestTimeoutMs?: number;
  /** An entry of this size or larger is refused, in bytes, default 1,048,576. */
  readonly maxEntryBytes?: number;
  /** Name of the cluster in idempotency ids, default none; two clusters that send to one bus need one each. */
  readonly idempotencyScope?: string;
  /** A policy of one's own in place of `allowedEndpoints` and `allowedRoles`. */
  readonly policy?: AwsPolicy;
  /** Sizes of events that wait for AWS from which no more jobs are fetched, in bytes, default 67,108,864 (64 MiB). */
  readonly maxQueuedBytes?: number;
  /** Hears of each PutEvents call that ended, and of each entry that will be tried again. */
  readonly awsObserver?: Pick<AwsSenderOptions, 'onCall' | 'onRetry'>;
  /** Sends the entries; default: Amazon EventBridge. The caller closes a sender that it hands in. */
  readonly sender?: EventSender;
  readonly clock?: Clock;
  /** A pino logger or the like, default none. */
  readonly log?: Log;
  /** Random numbers from 0 (included) to 1 (excluded). */
  readonly random?: () => number;
  readonly uuid?: () => string;
}

export interface OwnedServices {
  readonly services: JobServices;
  readonly sender: EventSender;
  readonly clock: Clock;
  readonly random: () => number;
  readonly close: () => void;
}

export function createServices(options: ServiceOptions): OwnedServices {
  const { clock = systemClock, random = Math.random } = options;
  const sender = options.sender ?? createAwsSender(senderOptions(options));
  const checks: CheckSettings = options.maxEntryBytes === undefined ? {} : { maxEntryBytes: options.maxEntryBytes };
  const policy = options.policy ?? createPolicy(policySettings(options));
  const services = createJobServices({
    sender,
    secrets: toProvider(options.secrets),
    secretFields: options.secretFields ?? [],
    checkPolicy: (identity) => checkPolicy(identity, policy),
    checks,
    idempotencyScope: options.idempotencyScope,
    world: createFeelWorld(clock, random, options.uuid),
  });
  return {
    services,
    sender,
    clock,
    random,
    close: () => {
      if (options.sender === undefined) sender.close();
    },
  };
}

function policySettings({ awsEndpoint, allowedEndpoints, allowedRoles }: ServiceOptions): PolicySettings {
  return {
    ...(allowedEndpoints !== undefined && { allowedEndpoints }),
    ...(allowedRoles !== undefined && { allowedRoles }),
    ...(awsEndpoint !== undefined && { ownEndpoint: awsEndpoint }),
  };
}

function senderOptions(options: ServiceOptions): AwsSenderOptions {
  const {
    awsEndpoint,
    stsEndpoint,
    awsRequestTimeoutMs,
    maxQueuedBytes,
    awsObserver,
    random,
    clock,
    log,
    checkEventBus,
  } = options;
  return {
    ...awsObserver,
    ...(log !== undefined && { log }),
    ...(checkEventBus !== undefined && { checkEventBus }),
    ...(random !== undefined && { random }),
    ...(clock !== undefined && { clock }),
    ...(maxQueuedBytes !== undefined && { maxQueuedBytes }),
    ...(awsEndpoint !== undefined && { endpoint: awsEndpoint }),
    ...(stsEndpoint !== undefined && { stsEndpoint }),
    ...(awsRequestTimeoutMs !== undefined && { requestTimeoutMs: awsRequestTimeoutMs }),
  };
}

function toProvider(secrets: ServiceOptions['secrets']): SecretProvider {
  if (secrets === undefined) return environmentSecrets(process.env);
  return isProvider(secrets) ? secrets : mapSecrets(secrets);
}

function isProvider(secrets: Readonly<Record<string, string>> | SecretProvider): secrets is SecretProvider {
  return typeof secrets.lookup === 'function';
}
