import { thrownText } from '@eventbridge-kit/issue';
import { EXIT, packageVersion, startProgram, type OptionsOf } from '@eventbridge-kit/node-kit/options';
import { createLocalBus, type BusAddress, type LocalBus } from '../local-bus.ts';
import type { ReceivedEvent } from '../feed/received-event.ts';
import { keepLedger } from './ledger.ts';
import { PROGRAM, type CLI_OPTIONS } from './options.ts';
import { seededRandom } from './seeded-random.ts';

type CliOptions = OptionsOf<typeof CLI_OPTIONS>;

/** What the command line needs of its process. */
export interface CliWorld {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves when the user ends the program. */
  untilStopped(): Promise<void>;
}

/** Runs the command line to its end; returns the exit code: 0, 1 for a bus that cannot start, 2 for a wrong argument. */
export async function runCli(args: readonly string[], world: CliWorld): Promise<number> {
  const started = startProgram(PROGRAM, { ...world, args, version: packageVersion(import.meta.url) });
  return started.run ? serve(started.options, world) : started.exitCode;
}

async function serve(options: CliOptions, world: CliWorld): Promise<number> {
  const { accessKeyId, secretAccessKey, seed } = options;
  const bus = createLocalBus({
    ...options,
    accessKeys: [{ accessKeyId, secretAccessKey }],
    random: seed === undefined ? undefined : seededRandom(seed),
  });
  for (const fault of options.faults) bus.addFault(fault);
  let endLedger: () => void = () => undefined;
  let address: BusAddress;
  try {
    if (options.ledger !== undefined) endLedger = keepLedger(bus, options.ledger);
    address = await bus.start();
  } catch (error) {
    world.err(`The bus cannot start: ${thrownText(error)}\n`);
    return EXIT.failed;
  }
  world.out(banner(options, address));
  if (!options.quiet) printEvents(bus, world);
  await world.untilStopped();
  await bus.close();
  endLedger();
  world.out('Stopped.\n');
  return EXIT.ok;
}

function banner(options: CliOptions, { url, port, controlToken }: BusAddress): string {
  const { accessKeyId, secretAccessKey, mode, region = 'us-east-1' } = options;
  const moved =
    options.port !== 0 && options.port !== port ? `Port ${options.port} is in use; took the next free one.\n` : '';
  return `${moved}Listening on ${url} (mode ${mode})

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
