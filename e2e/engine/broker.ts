import { BROKER_VERSION, installBroker, type InstalledEngine } from '../../scripts/engines.ts';
import { EngineProcess, type Program } from './engine-process.ts';
import type { DurableEngine } from './engine.ts';
import { freePorts } from './ports.ts';
import { RecordLog } from './records.ts';

/** How often the starting broker is asked whether it is ready. */
const ASK_EVERY_MS = 100;

/** How long a start may take on a busy machine. */
const READY_WITHIN_MS = 120_000;

interface Ports {
  readonly rest: number;
  readonly management: number;
  readonly grpc: number;
  readonly command: number;
  readonly internal: number;
}

export const BROKER_NAME = `broker ${BROKER_VERSION}`;

export interface BrokerOptions {
  /** Whether it writes its records, default true. A benchmark goes without: writing them takes time. */
  readonly records?: boolean;
}

/** The broker, with what only it has. */
export interface Broker extends DurableEngine {
  /** Where Spring's actuator answers. */
  readonly managementAddress: string;
}

/** Starts the real broker on free ports, with an empty data folder, a clock that can be moved and its records shown. */
export async function startBroker({ records: writesRecords = true }: BrokerOptions = {}): Promise<Broker> {
  const installed = await installBroker();
  const [rest, management, grpc, command, internal] = (await freePorts(5)) as [number, number, number, number, number];
  const ports = { rest, management, grpc, command, internal };
  const records = new RecordLog();
  const engine = new EngineProcess((line) => records.take(line));
  let clockOffsetMs = 0;
  const start = async (): Promise<void> => {
    const { env, ...program } = programFor(installed, ports, engine.folder);
    engine.start({ ...program, env: { ...env, ...(writesRecords && RECORD_LOG_ENV) } });
    void engine.ended.then((why) => records.end(`the broker ended (${why})`));
    await ready(engine, ports);
  };
  try {
    await start();
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    name: BROKER_NAME,
    grpcAddress: `127.0.0.1:${String(grpc)}`,
    restAddress: `http://127.0.0.1:${String(rest)}`,
    managementAddress: `http://127.0.0.1:${String(management)}`,
    records: () => records.all(),
    waitForRecord: (matches, what, withinMs) => records.waitFor(matches, what, withinMs),
    moveClock: async (byMs) => {
      await moveClock(management, byMs);
      clockOffsetMs += byMs;
    },
    kill: () => engine.kill('SIGKILL'),
    restart: async () => {
      await engine.kill('SIGTERM');
      await start();
      // A new process starts with the machine's clock; the engine's must not run backwards.
      if (clockOffsetMs > 0) await moveClock(management, clockOffsetMs);
    },
    close: () => engine.close(),
  };
}

const RECORD_LOG_ENV = {
  ZEEBE_BROKER_EXPORTERS_LOG_CLASSNAME: 'io.camunda.zeebe.broker.exporter.debug.DebugLogExporter',
  ZEEBE_BROKER_EXPORTERS_LOG_ARGS_LOGLEVEL: 'info',
  ZEEBE_BROKER_EXPORTERS_LOG_ARGS_PRETTYPRINT: 'false',
};

function programFor(installed: InstalledEngine, ports: Ports, folder: string): Program {
  const memory = ['-Xms128m', '-Xmx768m', '-XX:+ExitOnOutOfMemoryError'];
  return {
    command: installed.java.command,
    args: [...memory, '-Dfile.encoding=UTF-8', '-classpath', installed.classPath, installed.mainClass],
    env: {
      SPRING_PROFILES_ACTIVE: 'broker',
      ZEEBE_BROKER_GATEWAY_ENABLE: 'true',
      ZEEBE_BROKER_DATA_DIRECTORY: folder,
      ZEEBE_BROKER_NETWORK_HOST: '127.0.0.1',
      ZEEBE_BROKER_GATEWAY_NETWORK_HOST: '127.0.0.1',
      SERVER_ADDRESS: '127.0.0.1',
      SERVER_PORT: String(ports.rest),
      MANAGEMENT_SERVER_ADDRESS: '127.0.0.1',
      MANAGEMENT_SERVER_PORT: String(ports.management),
      ZEEBE_BROKER_GATEWAY_NETWORK_PORT: String(ports.grpc),
      ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT: String(ports.command),
      ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT: String(ports.internal),
      // A small test fills little of a segment; the default of 128 MB would be written for each.
      ZEEBE_BROKER_DATA_LOGSEGMENTSIZE: '16MB',
      ZEEBE_CLOCK_CONTROLLED: 'true',
      MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE: '*',
      ZEEBE_LOG_LEVEL: 'info',
      // Settings of a Camunda that runs elsewhere must not reach this one.
      JAVA_TOOL_OPTIONS: '',
    },
  };
}

interface Topology {
  readonly brokers: readonly { readonly partitions: readonly { readonly role: string }[] }[];
}

/** Resolves once a partition has a leader and the clock can be moved; the two ports open one after the other. */
async function ready(engine: EngineProcess, ports: Ports): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  while (engine.isRunning && performance.now() < until) {
    if ((await hasLeader(ports.rest)) && (await answers(`http://127.0.0.1:${String(ports.management)}/actuator`)))
      return;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  throw engine.failure(engine.isRunning ? 'the broker has no leader yet' : 'the broker ended while it started');
}

async function hasLeader(restPort: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${String(restPort)}/v2/topology`);
    // The broker's own answer; what is not of this shape throws, and is asked for again.
    const topology = (await answer.json()) as Topology;
    return topology.brokers.some(({ partitions }) => partitions.some(({ role }) => role === 'leader'));
  } catch {
    return false;
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}

async function moveClock(managementPort: number, byMs: number): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${String(managementPort)}/actuator/clock/add`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ offsetMilli: byMs }),
  });
  if (!answer.ok) throw new Error(`the broker did not move its clock: ${String(answer.status)} ${await answer.text()}`);
}
