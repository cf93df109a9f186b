import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { DemoEngine, EngineRecord } from './engine.ts';

const RUN = fileURLToPath(new URL('../../../../scripts/run.js', import.meta.url));

/** What stands before a record, and before the address in the line that says that the engine is there. */
const RECORD = 'record ';
const READY = / at (grpc:\/\/\S+)$/;

/**
 * Starts the engine of `npm run engine` as a process of its own, which ends with this one. Lines of its progress go to
 * `say`. Rejects with the engine's own words when it cannot start.
 */
export async function startOwnEngine(say: (line: string) => void): Promise<DemoEngine> {
  const child = spawn(process.execPath, [RUN, 'engine', '--port', '0', '--records'], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // Ctrl-C on a terminal reaches every process of its group: this one must outlive the worker that drains.
    detached: true,
  });
  const listeners = new Set<(record: EngineRecord) => void>();
  const trouble: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => trouble.push(line));
  const name = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith(RECORD)) {
        const record = JSON.parse(line.slice(RECORD.length)) as EngineRecord; // written by the engine itself
        for (const listener of listeners) listener(record);
      } else if (READY.test(line)) resolve(line);
      else say(line);
    });
    child.once('exit', () => reject(new Error(trouble.join('\n').trim() || 'The engine ended before it was there.')));
    child.once('error', reject);
  });
  return {
    name,
    grpcAddress: READY.exec(name)?.[1] ?? '',
    jobStreaming: false,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => end(child),
  };
}

/** The engine ends when nobody holds its input any more. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.stdin?.end();
  await gone;
}
