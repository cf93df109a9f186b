import { thrownText } from '@eventbridge-kit/issue';
import packageJson from '../../package.json' with { type: 'json' };
import { createLocalBus, type BusAddress, type LocalBus } from '../local-bus.ts';
import type { ReceivedEvent } from '../feed/received-event.ts';
import { DEFAULT_CONFIG, FLAGS, type CliConfig } from './flags.ts';
import { helpText } from './help.ts';
import { keepLedger } from './ledger.ts';
import { parseArguments } from './parse-arguments.ts';

/** What the command line needs of its process. */
export interface CliWorld {
  out(text: string): void;
  err(text: string): void;
  /** Resolves when the user ends the program. */
  untilStopped(): Promise<void>;
}

/** Runs the command line to its end; returns the exit code: 0, 1 for a bus that cannot start, 2 for a wrong argument. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  const parsed = parseArguments(args, FLAGS, DEFAULT_CONFIG);
  if (!parsed.ok) {
    world.err(`${parsed.message}\n`);
    return 2;
  }
  const { config } = parsed;
  if (config.help) world.out(helpText());
  else if (config.version) world.out(`${packageJson.version}\n`);
  else return serve(config, world);
  return 0;
}

async function serve(config: CliConfig, world: CliWorld): Promise<number> {
  const { accessKeyId, secretAccessKey } = config;
  const bus = createLocalBus({ ...config.options, accessKeys: [{ accessKeyId, secretAccessKey }] });
  for (const fault of config.faults) bus.addFault(fault);
  let endLedger: () => void = () => undefined;
  let address: BusAddress;
  try {
    if (config.ledger !== undefined) endLedger = keepLedger(bus, config.ledger);
    address = await bus.start();
  } catch (error) {
    world.err(`The bus cannot start: ${thrownText(error)}\n`);
    return 1;
  }
  world.out(banner(config, address));
  if (!config.quiet) printEvents(bus, world);
  await world.untilStopped();
  await bus.close();
  endLedger();
  world.out('Stopped.\n');
  return 0;
}

function banner({ options, accessKeyId, secretAccessKey }: CliConfig, { url, port, controlToken }: BusAddress): string {
  const moved =
    options.port !== 0 && options.port !== port
      ? `Port ${options.port ?? ''} is in use; took the next free one.\n`
      : '';
  const region = options.region ?? 'us-east-1';
  return `${moved}Listening on ${url} (mode ${options.mode ?? 'aws'})

export AWS_ENDPOINT_URL_EVENTBRIDGE=${url}
export AWS_ENDPOINT_URL_STS=${url}
export AWS_ACCESS_KEY_ID=${accessKeyId}
export AWS_SECRET_ACCESS_KEY=${shellQuote(secretAccessKey)}
export AWS_REGION=${region} AWS_DEFAULT_REGION=${region}

Events: ${url}/_events   Control token: ${controlToken}   Ctrl-C stops.
`;
}

function shellQuote(text: string): string {
  return /^[A-Za-z0-9_./+=-]*$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function printEvents(bus: LocalBus, world: CliWorld): void {
  bus.subscribe((event) => world.out(`${eventLine(event)}\n`));
}

/** Longest piece of a detail that a line shows, in characters. */
const MAX_SHOWN_CHARS = 100;

function eventLine(event: ReceivedEvent): string {
  const { receivedAt, status, eventBusName, source, detailType, detailText, reason } = event;
  const detail = detailText.length > MAX_SHOWN_CHARS ? `${detailText.slice(0, MAX_SHOWN_CHARS)}...` : detailText;
  const parts = [
    receivedAt.slice(11, 19),
    status.padEnd(8),
    eventBusName,
    source,
    detailType,
    detail,
    reason === undefined ? '' : `- ${reason}`,
  ];
  // What a client sends must not steer the terminal.
  return parts
    .join('  ')
    .trimEnd()
    .replace(/[\p{Cc}]/gu, ' ');
}
