import { fileURLToPath } from 'node:url';
import { IN_MEMORY_VERSION, installInMemoryEngine, launcherIn, type Launcher } from '../../scripts/engines.ts';
import { EngineProcess } from './engine-process.ts';
import type { Engine } from './engine.ts';
import { freePorts } from './ports.ts';
import { RecordLog, type EngineRecord } from './records.ts';

export const IN_MEMORY_NAME = `in-memory engine ${IN_MEMORY_VERSION}`;

/** The source that starts this engine. */
export const inMemoryLauncher = (): Launcher => launcherIn(fileURLToPath(new URL('Engine.java', import.meta.url)));

export interface InMemoryOptions {
  /** Port of the gateway, default a free one. */
  readonly port?: number;
  /** Told of each thing that the engine does. */
  readonly onRecord?: (record: EngineRecord) => void;
}

/** Starts the in-memory engine: newer semantics than the broker's, but nothing outlives it. */
export async function startInMemoryEngine({ port: wanted, onRecord }: InMemoryOptions = {}): Promise<Engine> {
  const installed = await installInMemoryEngine(inMemoryLauncher());
  const port = wanted ?? (await freePorts(1))[0] ?? 0;
  const records = new RecordLog(onRecord);
  const engine = new EngineProcess((line) => records.take(line));
  engine.start({
    command: installed.java.command,
    args: [
      '-Xms64m',
      '-Xmx512m',
      '-Dfile.encoding=UTF-8',
      '-classpath',
      installed.classPath,
      installed.mainClass,
      String(port),
    ],
    env: { JAVA_TOOL_OPTIONS: '' },
  });
  void engine.ended.then((why) => records.end(`the in-memory engine ended (${why})`));
  try {
    await engine.nextLine('engine ready');
  } catch (error) {
    await engine.close();
    throw error;
  }
  return {
    name: IN_MEMORY_NAME,
    grpcAddress: `127.0.0.1:${String(port)}`,
    records: () => records.all(),
    waitForRecord: (matches, what, withinMs) => records.waitFor(matches, what, withinMs),
    moveClock: async (byMs) => {
      const moved = engine.nextLine('engine clock moved');
      engine.write(`clock ${String(byMs)}\n`);
      await moved;
    },
    close: () => engine.close(),
  };
}
