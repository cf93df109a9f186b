import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { isHostName } from './http/local-only.ts';
import { parseRoleArn } from './sts/role-arn.ts';

/** As AWS does it, losses included; or strict, where what AWS would lose in silence is an error. */
export type BusMode = 'aws' | 'strict';

/** A key that clients may sign with. */
export interface AccessKey {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Given: requests must carry this session token too. */
  readonly sessionToken?: string;
  /** IAM user the key belongs to; default `local-user`. */
  readonly userName?: string;
}

/** A role that `AssumeRole` hands out temporary keys for. */
export interface RoleOptions {
  readonly arn: string;
  /** Given: `AssumeRole` must name this external id. */
  readonly externalId?: string;
  /** Longest session, in seconds, 900 to 43,200; default 3,600. */
  readonly maxSessionSeconds?: number;
}

export interface LocalBusOptions {
  /** Port on 127.0.0.1. Default 0, any free one. A port in use makes way for the next free one. */
  readonly port?: number;
  /** Default `aws`. */
  readonly mode?: BusMode;
  /** Keys that may sign; default the one of `DEFAULT_ACCESS_KEY`. */
  readonly accessKeys?: readonly AccessKey[];
  /** The only region a signature may name; default: any. */
  readonly region?: string;
  /** Twelve digits; default `123456789012`. */
  readonly accountId?: string;
  /**
   * Names and addresses, without a port, that requests may name as their host, and pages come from, beside those of this
   * machine: for a proxy or a container that leads here. Default none.
   */
  readonly allowedHosts?: readonly string[];
  /** Event buses beside `default`, which always exists. */
  readonly buses?: readonly string[];
  /** Roles that can be assumed; default: any role of any name, without external id. */
  readonly roles?: readonly RoleOptions[];
  /** Events the feed holds, 1 and more; default 1,000. The oldest goes first. */
  readonly maxEvents?: number;
  /** Bytes of events the feed holds, counted one a character; default 67,108,864 (64 MiB). The oldest goes first. */
  readonly maxFeedBytes?: number;
  /** Longest request body, in bytes; default 5,242,880 (5 MiB). A longer one is answered with a bare 413. */
  readonly maxBodyBytes?: number;
  /** Token that the control routes ask for; default a random one, which `start()` returns. */
  readonly controlToken?: string;
  /** The time, in milliseconds since 1970; default the system's. Signatures and sessions are judged by it. */
  readonly now?: () => number;
  /** A new unique id; default a random UUID. */
  readonly newId?: () => string;
  /** A number from 0 up to 1, for faults that strike by chance; default `Math.random`. */
  readonly random?: () => number;
  /** Waits; default a timer. Rejects when the signal aborts. */
  readonly sleep?: (delayMs: number, signal: AbortSignal) => Promise<void>;
}

/** The documented test key: worth nothing anywhere but here. */
export const DEFAULT_ACCESS_KEY: AccessKey = {
  accessKeyId: 'LOCALBUSACCESSKEY001',
  secretAccessKey: 'local-bus-secret-key-good-for-tests-only',
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (the account id of the documentation's examples)
export const DEFAULT_ACCOUNT_ID = '123456789012';

/** Every option with its default filled in. */
export type Settings = Required<Omit<LocalBusOptions, 'region' | 'roles'>> & Pick<LocalBusOptions, 'region' | 'roles'>;

/** Fills in the defaults; throws on a value that cannot work. */
export function resolveOptions(options: LocalBusOptions): Settings {
  const settings: Settings = {
    port: 0,
    mode: 'aws',
    accessKeys: [DEFAULT_ACCESS_KEY],
    accountId: DEFAULT_ACCOUNT_ID,
    allowedHosts: [],
    buses: [],
    maxEvents: 1000,
    maxFeedBytes: 67_108_864,
    maxBodyBytes: 5_242_880,
    controlToken: randomUUID(),
    now: () => Date.now(),
    newId: () => randomUUID(),
    random: () => Math.random(),
    sleep: async (delayMs, signal) => delay(delayMs, undefined, { signal, ref: false }),
    ...options,
  };
  if (!Number.isInteger(settings.port) || settings.port < 0 || settings.port > 65_535) {
    throw new TypeError(`port is not a port: found ${settings.port}. Give 0 to 65535.`);
  }
  if (!/^[0-9]{12}$/.test(settings.accountId))
    throw new TypeError(`accountId is no account id: found "${settings.accountId}". Give 12 digits.`);
  for (const name of ['maxEvents', 'maxFeedBytes', 'maxBodyBytes'] as const) {
    if (!(settings[name] >= 1)) throw new TypeError(`${name} is too small: found ${settings[name]}. Give 1 or more.`);
  }
  for (const host of settings.allowedHosts) {
    if (!isHostName(host))
      throw new TypeError(
        `This is not a host: found "${host}". Give a name or an address without a port, for example bus.test.`,
      );
  }
  for (const { arn } of settings.roles ?? []) {
    if (!parseRoleArn(arn))
      throw new TypeError(
        `This is not the ARN of a role: found "${arn}". Give for example arn:aws:iam::123456789012:role/sender.`,
      );
  }
  return settings;
}
