import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkEventBusName } from '@eventbridge-kit/eventbridge';
import { listenNear, LOOPBACK_ADDRESS, stopServer, targetOf } from '@eventbridge-kit/node-kit/http';
import { KeyStore } from './auth/keys.ts';
import { Faults } from './faults/faults.ts';
import { parseFault, parseFaultText, type FaultSpec } from './faults/parse-fault.ts';
import { Feed, type FeedListener } from './feed/feed.ts';
import type { ReceivedEvent } from './feed/received-event.ts';
import { streamEvents } from './http/feed-route.ts';
import { createBusServer } from './http/server.ts';
import type { BusState } from './operations/operation.ts';
import { resolveOptions, type LocalBusOptions, type Settings } from './options.ts';
import { parseRoleArn } from './sts/role-arn.ts';
import { EventBuses } from './state/buses.ts';

import { Counters, type CallCounts } from './state/counters.ts';

/** Where a started bus is. */
export interface BusAddress {
  /** For example `http://127.0.0.1:4010`: the endpoint for the AWS SDKs. */
  readonly url: string;
  readonly port: number;
  /** Token for the routes under `/_control/`. */
  readonly controlToken: string;
}

/** An Amazon EventBridge endpoint on this machine. */
export interface LocalBus {
  /** Listens. Rejects when no port near the wanted one is free. */
  start(): Promise<BusAddress>;
  /** Ends every connection, those of hanging calls and feed readers too. */
  close(): Promise<void>;
  /** What the feed holds, oldest first: accepted and lost events, without rejected entries. */
  events(): ReceivedEvent[];
  /** The same with rejected entries. */
  records(): ReceivedEvent[];
  /** Calls the listener for each entry from now on; the returned function ends that. */
  subscribe(listener: (event: ReceivedEvent) => void): () => void;
  /**
   * Answers with the feed as server-sent events, as `GET /_events` does, for a server of one's own. It asks nobody who
   * they are: that is the caller's to do.
   */
  serveFeed(request: IncomingMessage, response: ServerResponse): void;
  /** Calls, entries and connections since the start or the last `clear`. */
  counts(): CallCounts;
  /** Empties the feed and sets the counts to zero; buses and faults stay. */
  clear(): void;
  /** Adds an event bus to the bus's own account; one that is there stays as it is. Throws on a name that cannot be. */
  addEventBus(name: string): void;
  /** Adds a fault, as an object or as text (`http:status=503,times=2`), and returns its id; throws on a fault that cannot be. */
  addFault(fault: FaultSpec | string): number;
  /** Takes one fault away, or all of them. */
  clearFaults(id?: number): void;
}

/** Makes a bus; `start` puts it on a port. Throws on options that cannot work. */
export function createLocalBus(options: LocalBusOptions = {}): LocalBus {
  const settings = resolveOptions(options);
  const state: BusState = {
    settings,
    buses: initialBuses(settings),

    keys: new KeyStore(settings.accessKeys, settings.accountId),
    feed: new Feed(settings.maxEvents, settings.maxFeedBytes),
    faults: new Faults(settings, settings.random),
    counters: new Counters(),
  };
  const closing = new AbortController();
  const run = randomBytes(4).toString('hex');
  const server = createBusServer(state, run, closing.signal);
  return {
    async start() {
      const port = await listenNear(server, settings.port);
      return { url: `http://${LOOPBACK_ADDRESS}:${port}`, port, controlToken: settings.controlToken };
    },
    close() {
      closing.abort();
      return stopServer(server);
    },
    events: () => state.feed.list().filter(({ status }) => status !== 'rejected'),
    records: () => state.feed.list(),
    subscribe: (received) => state.feed.listen({ received } satisfies FeedListener),
    serveFeed: (request, response) => {
      streamEvents(request, response, targetOf(request), state.feed, run);
    },
    counts: () => state.counters.read(),
    clear() {
      state.feed.clear();
      state.counters.reset();
    },
    addEventBus(name) {
      const [problem] = checkEventBusName(name);
      if (problem) throw new TypeError(problem.message);
      const { accountId, now } = settings;
      if (state.buses.list(accountId).every((bus) => bus.name !== name)) state.buses.add(accountId, name, now());
    },
    addFault(spec) {
      const result = typeof spec === 'string' ? parseFaultText(spec) : parseFault(spec);
      if (!result.ok) throw new TypeError(result.message);
      return state.faults.add(result.fault);
    },
    clearFaults: (id) => state.faults.clear(id),
  };
}

/** The configured buses in the bus's own account; the roles' accounts have their default bus. */
function initialBuses({ accountId, buses: names, roles = [], now }: Settings): EventBuses {
  const buses = new EventBuses();
  const createdAt = now();
  buses.addAccount(accountId, createdAt);
  for (const name of names) buses.add(accountId, name, createdAt);
  for (const { arn } of roles) buses.addAccount(parseRoleArn(arn)?.accountId ?? accountId, createdAt);
  return buses;
}
