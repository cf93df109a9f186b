import { connect } from '@eventbridge-kit/testkit/engine/client';
import type { Engine } from '@eventbridge-kit/testkit/engine/engine';
import { startInMemoryEngine } from '@eventbridge-kit/testkit/engine/in-memory';
import { findNamedEngine } from '@eventbridge-kit/testkit/engine/named';
import { UsageError } from '../bench.ts';
import { emptyProcess, processIdOf, taskProcess, VARIABLES } from './diagram.ts';

/** The engine under the workers. */
export interface EngineHost {
  readonly name: string;
  readonly grpcAddress: string;
  /** Starts so many instances, whose jobs then wait. */
  createWaiting(name: string, instances: number): Promise<void>;
  /** Instances that have finished since the engine's start. */
  finishedInstances(): Promise<number>;
  /** Starts an instance and resolves when it has finished. */
  runToEnd(processId: string): Promise<void>;
  close(): Promise<void>;
}

/** More at a time make the engine refuse some. */
const CREATIONS_AT_A_TIME = 50;
/** Attempts and pause for an instance that the engine refuses to start while it is busy. */
const MAX_ATTEMPTS = 20;
const PAUSE_MS = 250;

/** Memory of the in-memory engine, in MB: it keeps all that ever was. */
const MAX_MEMORY_MB = 3_072;

/** Where a named engine's metrics are, for example `http://HOST:9600/actuator/prometheus`. */
export const METRICS_VARIABLE = 'CAMUNDA_METRICS_ADDRESS';

type CountedEngine = Engine & Pick<EngineHost, 'finishedInstances'>;

/**
 * The engine that `ZEEBE_GRPC_ADDRESS` names, which counts by its metrics, else the in-memory engine, which does not write
 * its records. Deploys a process for each of these names.
 */
export async function startEngineHost(names: readonly string[]): Promise<EngineHost> {
  const engine =
    (await namedEngine()) ?? (await startInMemoryEngine({ writesRecords: false, maxMemoryMb: MAX_MEMORY_MB }));
  const client = connect(engine.grpcAddress);
  const start = async (processId: string): Promise<void> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await client.start(processId, VARIABLES);
        return;
      } catch (error) {
        if (attempt === MAX_ATTEMPTS) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
      }
    }
  };
  const close = async (): Promise<void> => {
    await client.close();
    await engine.close();
  };
  try {
    await client.deploy(emptyProcess());
    for (const name of names) await client.deploy(taskProcess(name));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: engine.name,
    grpcAddress: engine.grpcAddress,
    createWaiting: async (name, instances) => {
      let left = instances;
      const createOn = async (): Promise<void> => {
        while (left > 0) {
          left -= 1;
          await start(processIdOf(name));
        }
      };
      await Promise.all(Array.from({ length: CREATIONS_AT_A_TIME }, createOn));
    },
    finishedInstances: () => engine.finishedInstances(),
    runToEnd: async (processId) => {
      await client.run(processId, VARIABLES);
    },
    close,
  };
}

async function namedEngine(): Promise<CountedEngine | undefined> {
  const named = await findNamedEngine();
  if (named === undefined) return undefined;
  const metrics = process.env[METRICS_VARIABLE];
  if (metrics === undefined || metrics === '') {
    throw new UsageError(
      `Set ${METRICS_VARIABLE} too: the finished instances of a named engine are counted by its metrics, for example http://HOST:9600/actuator/prometheus.`,
    );
  }
  return { ...named, finishedInstances: async () => finishedIn(await (await fetch(metrics)).text()) };
}

/** The engine's own count, in the text of its metrics; it is not there before the first instance has finished. */
function finishedIn(metrics: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith('zeebe_executed_instances_total{'));
  const finished = lines.find((line) => line.includes('action="completed"'));
  return finished === undefined ? 0 : Number(finished.slice(finished.lastIndexOf(' ')));
}
