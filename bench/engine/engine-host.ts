import { startBroker } from '../../e2e/engine/broker.ts';
import { connect } from '../../e2e/engine/client.ts';
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

/** Starts the engine without its log of records, and deploys a process for each of these names. */
export async function startEngineHost(names: readonly string[]): Promise<EngineHost> {
  const broker = await startBroker({ records: false });
  const client = connect(broker.grpcAddress);
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
    await broker.close();
  };
  try {
    await client.deploy(emptyProcess());
    for (const name of names) await client.deploy(taskProcess(name));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    name: broker.name,
    grpcAddress: broker.grpcAddress,
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
    finishedInstances: async () => {
      const answer = await fetch(`${broker.managementAddress}/actuator/prometheus`);
      return finishedIn(await answer.text());
    },
    runToEnd: async (processId) => {
      await client.run(processId, VARIABLES);
    },
    close,
  };
}

/** The broker's own count, in the text of its metrics; it is not there before the first instance has finished. */
function finishedIn(metrics: string): number {
  const lines = metrics.split('\n').filter((line) => line.startsWith('zeebe_executed_instances_total{'));
  const finished = lines.find((line) => line.includes('action="completed"'));
  return finished === undefined ? 0 : Number(finished.slice(finished.lastIndexOf(' ')));
}
