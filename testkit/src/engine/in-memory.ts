import { fileURLToPath } from 'node:url';
import { IN_MEMORY_VERSION, installInMemoryEngine, launcherIn, type Launcher } from '../machine/fetched.ts';
import { EngineProcess } from './engine-process.ts';
import type { TestEngine } from './engine.ts';
import { freePorts } from './ports.ts';
import { RecordLog, type EngineRecord } from './records.ts';

export const IN_MEMORY_NAME = `in-memory engine ${IN_MEMORY_VERSION}`;

/** The source that starts this engine. */
export function inMemoryLauncher(): Launcher {
  return launcherIn(fileURLToPath(new URL('Engine.java', import.meta.url)));
}

export interface InMemoryOptions {
  /** Port of the gateway, default a free one. */
  readonly port?: number;
  /** Told of each thing that the engine does. */
  readonly onRecord?: (record: EngineRecord) => void;
  /** Whether it writes its records, default true. A benchmark goes without: writing them takes time. */
  readonly writesRecords?: boolean;
  /** Most memory of its process, in MB, default 512: enough for some thousand instances, since it forgets none. */
  readonly maxMemoryMb?: number;
}

/** Starts the in-memory engine; nothing outlives it. */
export async function startInMemoryEngine(options: InMemoryOptions = {}): Promise<TestEngine> {
  const installed = await installInMemoryEngine(inMemoryLauncher());
  const port = options.port ?? (await freePorts(1))[0] ?? 0;
  const records = new RecordLog(options.onRecord);
  const engine = new EngineProcess((line) => records.take(line));
  const memory = ['-Xms64m', `-Xmx${String(options.maxMemoryMb ?? 512)}m`, '-XX:+ExitOnOutOfMemoryError'];
  const program = ['-Dfile.encoding=UTF-8', '-classpath', installed.classPath, installed.mainClass, String(port)];
  engine.start({
    command: installed.java.command,
    args: [...memory, ...program, ...(options.writesRecords === false ? [] : ['records'])],
    env: { JAVA_TOOL_OPTIONS: '' },
  });
  void engine.ended.then((why) => records.end(`the in-memory engine ended (${why})`));
  const ask = async (question: string, answer: string): Promise<string> => {
    const line = engine.nextLine(answer);
    engine.write(`${question}\n`);
    return (await line).slice(answer.length);
  };
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
    finishedInstances: async () => Number(await ask('finished', 'engine finished ')),
    moveClock: async (byMs) => {
      await ask(`clock ${String(byMs)}`, 'engine clock moved');
    },
    close: () => engine.close(),
  };
}
