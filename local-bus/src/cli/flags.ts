import { checkEventBusName } from '@eventbridge-kit/eventbridge';
import { parseFaultText } from '../faults/parse-fault.ts';
import { DEFAULT_ACCESS_KEY, DEFAULT_ACCOUNT_ID, type BusMode, type LocalBusOptions } from '../options.ts';
import { isHostName } from '../http/local-only.ts';
import { parseRoleArn } from '../sts/role-arn.ts';
import { seededRandom } from './seeded-random.ts';
import { Wrong, type Flag } from './flag.ts';

/** What the command line asks for. */
export interface CliConfig {
  readonly options: LocalBusOptions;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Faults as written, each known to be good. */
  readonly faults: readonly string[];
  /** File that gets one JSON line for each entry. */
  readonly ledger?: string;
  readonly quiet: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

export const DEFAULT_PORT = 4010;

export const DEFAULT_CONFIG: CliConfig = {
  options: { port: DEFAULT_PORT },
  accessKeyId: DEFAULT_ACCESS_KEY.accessKeyId,
  secretAccessKey: DEFAULT_ACCESS_KEY.secretAccessKey,
  faults: [],
  quiet: false,
  help: false,
  version: false,
};

const MODES: readonly BusMode[] = ['aws', 'strict'];

function setOption(config: CliConfig, change: LocalBusOptions): CliConfig {
  return {
    ...config,
    options: { ...config.options, ...change },
  };
}

function wholeNumber(text: string, max: number): number | undefined {
  return /^[0-9]{1,15}$/.test(text) && Number(text) <= max ? Number(text) : undefined;
}

/** Every flag: parsed, printed by `--help` and listed in the README from this table. */
export const FLAGS: readonly Flag<CliConfig>[] = [
  {
    name: 'port',
    value: 'number',
    doc: 'port on 127.0.0.1; one in use makes way for the next free one, 0 takes any',
    defaultText: String(DEFAULT_PORT),
    apply: (config, text) => {
      const port = wholeNumber(text, 65_535);
      return port === undefined ? new Wrong('Write a port, 0 to 65535.') : setOption(config, { port });
    },
  },
  {
    name: 'allowed-host',
    value: 'host',
    repeatable: true,
    doc: 'a name or an address that requests may name as their host beside those of this machine',
    apply: (config, text) =>
      isHostName(text)
        ? setOption(config, { allowedHosts: [...(config.options.allowedHosts ?? []), text] })
        : new Wrong('Write a name or an address without a port, for example bus.test.'),
  },
  {
    name: 'mode',
    value: MODES.join('|'),
    doc: 'aws: an unknown bus or a long detail type loses the event in silence; strict: it is an error',
    defaultText: 'aws',
    apply: (config, text) => {
      const mode = MODES.find((one) => one === text);
      return mode ? setOption(config, { mode }) : new Wrong(`Write ${MODES.join(' or ')}.`);
    },
  },
  {
    name: 'bus',
    value: 'name',
    repeatable: true,
    doc: 'an event bus beside "default"',
    apply: (config, text) => {
      const [issue] = checkEventBusName(text);
      if (issue) return new Wrong('Write a name of letters, digits, ".", "-" and "_".');
      return setOption(config, { buses: [...(config.options.buses ?? []), text] });
    },
  },
  {
    name: 'region',
    value: 'region',
    doc: 'the only region that clients may use',
    defaultText: 'any region',
    apply: (config, region) =>
      region === '' ? new Wrong('Write a region, for example eu-central-1.') : setOption(config, { region }),
  },
  {
    name: 'account',
    value: '12 digits',
    doc: 'the account id in ARNs',
    defaultText: DEFAULT_ACCOUNT_ID,
    apply: (config, accountId) =>
      /^[0-9]{12}$/.test(accountId) ? setOption(config, { accountId }) : new Wrong('Write 12 digits.'),
  },
  {
    name: 'access-key',
    value: 'id',
    doc: 'access key id that clients sign with',
    defaultText: DEFAULT_ACCESS_KEY.accessKeyId,
    apply: (config, accessKeyId) =>
      /^\w{4,128}$/.test(accessKeyId) ? { ...config, accessKeyId } : new Wrong('Write 4 to 128 letters and digits.'),
  },
  {
    name: 'secret-key',
    value: 'key',
    doc: 'its secret access key',
    defaultText: DEFAULT_ACCESS_KEY.secretAccessKey,
    apply: (config, secretAccessKey) =>
      secretAccessKey === '' ? new Wrong('Write a secret access key.') : { ...config, secretAccessKey },
  },
  {
    name: 'role',
    value: 'arn[,external id]',
    repeatable: true,
    doc: 'a role that AssumeRole gives keys for, with the external id it asks for',
    defaultText: 'any role',
    apply: (config, text) => {
      const [arn = '', ...externalId] = text.split(',');
      if (!parseRoleArn(arn))
        return new Wrong('Write for example arn:aws:iam::123456789012:role/sender,my-external-id.');
      const role = { arn, ...(externalId.length > 0 && { externalId: externalId.join(',') }) };
      return setOption(config, { roles: [...(config.options.roles ?? []), role] });
    },
  },
  {
    name: 'fault',
    value: 'fault',
    repeatable: true,
    doc: 'a scripted fault, see below',
    apply: (config, text) => {
      const result = parseFaultText(text);
      return result.ok ? { ...config, faults: [...config.faults, text] } : new Wrong(result.message);
    },
  },
  {
    name: 'seed',
    value: 'number',
    doc: 'makes faults that strike by chance repeat themselves from run to run',
    apply: (config, text) => {
      const seed = wholeNumber(text, 4_294_967_295);
      return seed === undefined
        ? new Wrong('Write a whole number up to 4294967295.')
        : setOption(config, { random: seededRandom(seed) });
    },
  },
  {
    name: 'max-events',
    value: 'number',
    doc: 'events that the feed holds; the oldest goes first',
    defaultText: '1000',
    apply: (config, text) => {
      const maxEvents = wholeNumber(text, 1_000_000);
      return maxEvents === undefined || maxEvents === 0
        ? new Wrong('Write a number from 1 to 1000000.')
        : setOption(config, { maxEvents });
    },
  },
  {
    name: 'control-token',
    value: 'token',
    doc: 'token that the routes under /_control/ ask for',
    defaultText: 'a random one, printed at start',
    apply: (config, controlToken) =>
      /^[\x21-\x7e]{8,}$/.test(controlToken)
        ? setOption(config, { controlToken })
        : new Wrong('Write 8 or more characters without spaces.'),
  },
  {
    name: 'ledger',
    value: 'file',
    doc: 'appends one line of JSON for each entry to a file',
    apply: (config, ledger) => (ledger === '' ? new Wrong('Write the path of a file.') : { ...config, ledger }),
  },
  { name: 'quiet', doc: 'prints no line for each event', apply: (config) => ({ ...config, quiet: true }) },
  { name: 'help', doc: 'prints this text', apply: (config) => ({ ...config, help: true }) },
  { name: 'version', doc: 'prints the version', apply: (config) => ({ ...config, version: true }) },
];
