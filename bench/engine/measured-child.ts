import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readStats, type ProcessStats } from './process-stats.ts';

/** What a worker that sends nothing says when it is asked. */
export interface ChildCounts {
  readonly completed: number;
}

/** A worker under measurement. */
export interface MeasuredChild {
  /** When it was started, in milliseconds since 1970. */
  readonly startedAtMs: number;
  stats(): ProcessStats;
  /** What it says of itself; only a worker that listens answers. */
  ask(): Promise<ChildCounts>;
  /** Throws when it has ended by itself. */
  check(): void;
  stop(): Promise<void>;
}

const END_WITHIN_MS = 10_000;

export function startMeasured(script: string, nodeArgs: readonly string[], env: Record<string, string>): MeasuredChild {
  const startedAtMs = Date.now();
  const child = spawn(process.execPath, [...nodeArgs, script], {
    // Its log goes where nobody reads it, as in production to a file.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: { ...process.env, NODE_OPTIONS: '', ...env },
  });
  const { pid } = child;
  if (pid === undefined) throw new Error(`${script} cannot be started.`);
  return {
    startedAtMs,
    stats: () => readStats(pid),
    ask: () =>
      new Promise((resolve, reject) => {
        const ended = (): void => reject(new Error(`${script} ended before its work.`));
        child.once('exit', ended);
        child.once('message', (counts) => {
          child.off('exit', ended);
          resolve(counts as ChildCounts); // the child's own contract
        });
        child.send({});
      }),
    check: () => {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${script} ended before its work.`);
    },
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  const timer = setTimeout(() => child.kill('SIGKILL'), END_WITHIN_MS);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
