import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { checkEventBusName } from '@eventbridge-kit/eventbridge';
import {
  checked,
  oneOf,
  option,
  parsed,
  port,
  repeated,
  secret,
  text,
  wholeNumber,
  withCheckedDefaults,
  type OptionsOf,
} from '@eventbridge-kit/node-kit/options';
import { parseRoleArn } from './sts/role-arn.ts';

const MODES = ['aws', 'strict'] as const;

/** As AWS does it, losses included; or strict, where what AWS would lose in silence is an error. */
export type BusMode = (typeof MODES)[number];

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
  readonly externalId?: string | undefined;
  /** Longest session, in seconds, 900 to 43,200; default 3,600. */
  readonly maxSessionSeconds?: number;
}

export interface LocalBusOptions {
  /** Port on 127.0.0.1. Default 0, any free one. A port in use makes way for the next free one. */
  readonly port?: number | undefined;
  /** Default `aws`. */
  readonly mode?: BusMode | undefined;
  /** Keys that may sign; default the one of `DEFAULT_ACCESS_KEY`. */
  readonly accessKeys?: readonly AccessKey[] | undefined;
  /** The only region a signature may name; default: any. */
  readonly region?: string | undefined;
  /** Twelve digits; default `123456789012`. */
  readonly accountId?: string | undefined;
  /**
   * Names and addresses, without a port, that requests may name as their host, and pages come from, beside those of this
   * machine: for a proxy or a container that leads here. Default none.
   */
  readonly allowedHosts?: readonly string[] | undefined;
  /** Event buses beside `default`, which always exists. */
  readonly buses?: readonly string[] | undefined;
  /** Roles that can be assumed; default: any role of any name, without external id. */
  readonly roles?: readonly RoleOptions[] | undefined;
  /** Events the feed holds, 1 to 1,000,000; default 1,000. The oldest goes first. */
  readonly maxEvents?: number | undefined;
  /** Bytes of events the feed holds, counted one a character; default 67,108,864 (64 MiB). The oldest goes first. */
  readonly maxFeedBytes?: number | undefined;
  /** Longest request body, in bytes; default 5,242,880 (5 MiB). A longer one is answered with a bare 413. */
  readonly maxBodyBytes?: number | undefined;
  /** Token that the control routes ask for; default a random one, which `start()` returns. */
  readonly controlToken?: string | undefined;
  /** The time, in milliseconds since 1970; default the system's. Signatures and sessions are judged by it. */
  readonly now?: (() => number) | undefined;
  /** A new unique id; default a random UUID. */
  readonly newId?: (() => string) | undefined;
  /** A number from 0 up to 1, for faults that strike by chance; default `Math.random`. */
  readonly random?: (() => number) | undefined;
  /** Waits; default a timer. Rejects when the signal aborts. */
  readonly sleep?: ((delayMs: number, signal: AbortSignal) => Promise<void>) | undefined;
}

/** The documented test key: worth nothing anywhere but here. */
export const DEFAULT_ACCESS_KEY: AccessKey = {
  accessKeyId: 'LOCALBUSACCESSKEY001',
  secretAccessKey: 'local-bus-secret-key-good-for-tests-only',
};

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html (the account id of the documentation's examples)
export const DEFAULT_ACCOUNT_ID = '123456789012';

/** A host name or an address as a `Host` header has it, without a port. */
const HOST_NAME = /^(?:[a-z0-9](?:[a-z0-9._-]{0,251}[a-z0-9])?|\[[0-9a-f:.]{2,45}\])$/i;

/** True for a name or an address alone, which may be added to those that the bus answers to. */
export function isHostName(text: string): boolean {
  return HOST_NAME.test(text);
}

const HOST = 'a name or an address without a port, for example bus.test';

const ROLE = parsed<RoleOptions>(
  'ARN[,EXTERNAL-ID]',
  'the ARN of a role, for example arn:aws:iam::123456789012:role/sender,my-external-id',
  (value) => {
    const [arn = '', ...externalId] = value.split(',');
    if (parseRoleArn(arn) === undefined) return { ok: false };
    return { ok: true, value: { arn, externalId: externalId.length === 0 ? undefined : externalId.join(',') } };
  },
  { write: ({ arn, externalId }) => (externalId === undefined ? arn : `${arn},${externalId}`) },
);

/** What the command line and `createLocalBus` take alike. */
export const BUS_OPTIONS = {
  port: option({
    flag: 'port',
    kind: port(0),
    description: 'Port on 127.0.0.1; one in use makes way for the next free one, 0 takes any.',
    default: 4010,
  }),
  allowedHosts: option({
    flag: 'allowed-host',
    kind: repeated(checked('HOST', HOST, isHostName, '')),
    description: 'A name or an address that requests may name as their host beside those of this machine.',
    default: [],
  }),
  mode: option({
    flag: 'mode',
    kind: oneOf('MODE', MODES),
    description: 'aws: an unknown bus or a long detail type loses the event in silence; strict: it is an error.',
    default: 'aws',
  }),
  buses: option({
    flag: 'bus',
    kind: repeated(
      checked(
        'NAME',
        'a name of letters, digits, ".", "-" and "_"',
        (name) => checkEventBusName(name).length === 0,
        '',
      ),
    ),
    description: 'An event bus beside "default".',
    default: [],
  }),
  region: option({
    flag: 'region',
    kind: text('REGION', 'a region, for example eu-central-1'),
    description: 'The only region that clients may use.',
    defaultText: 'any region',
  }),
  accountId: option({
    flag: 'account',
    kind: checked('DIGITS', '12 digits', (value) => /^[0-9]{12}$/.test(value)),
    description: 'The account id in ARNs.',
    default: DEFAULT_ACCOUNT_ID,
  }),
  roles: option({
    flag: 'role',
    kind: repeated(ROLE),
    description: 'A role that AssumeRole gives keys for, with the external id it asks for.',
    defaultText: 'any role',
  }),
  maxEvents: option({
    flag: 'max-events',
    kind: wholeNumber('COUNT', { min: 1, max: 1_000_000, unit: 'events' }),
    description: 'Events that the feed holds; the oldest goes first.',
    default: 1000,
  }),
  controlToken: option({
    flag: 'control-token',
    kind: secret('TOKEN', '8 or more characters without spaces', (token) => /^[\x21-\x7e]{8,}$/.test(token)),
    description: 'Token that the routes under /_control/ ask for.',
    defaultText: 'a random one, printed at start',
  }),
};

const BYTES = wholeNumber('BYTES', { min: 1, max: Number.MAX_SAFE_INTEGER, unit: 'bytes' });

/** What `createLocalBus` alone takes. */
const LIMITS = {
  maxFeedBytes: option({ kind: BYTES, description: 'Bytes of events that the feed holds.', default: 67_108_864 }),
  maxBodyBytes: option({ kind: BYTES, description: 'Longest request body.', default: 5_242_880 }),
};

/** Every option with its default filled in. */
export interface Settings
  extends
    Omit<OptionsOf<typeof BUS_OPTIONS & typeof LIMITS>, 'controlToken'>,
    Pick<Complete<LocalBusOptions>, 'accessKeys' | 'controlToken' | 'now' | 'newId' | 'random' | 'sleep'> {}

type Complete<Options> = { readonly [Name in keyof Options]-?: NonNullable<Options[Name]> };

/** Fills in the defaults; throws a `TypeError` on a value that cannot work. */
export function resolveOptions(options: LocalBusOptions): Settings {
  return {
    // A program that is started by hand has a port of its own; a test takes any.
    ...withCheckedDefaults({ ...BUS_OPTIONS, ...LIMITS }, { ...options, port: options.port ?? 0 }),
    accessKeys: options.accessKeys ?? [DEFAULT_ACCESS_KEY],
    controlToken: options.controlToken ?? randomUUID(),
    now: options.now ?? (() => Date.now()),
    newId: options.newId ?? (() => randomUUID()),
    random: options.random ?? (() => Math.random()),
    sleep: options.sleep ?? (async (delayMs, signal) => delay(delayMs, undefined, { signal, ref: false })),
  };
}
