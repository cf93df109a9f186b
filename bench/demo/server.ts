import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server as a user starts it. */
export interface RunningServer {
  readonly url: string;
  /** From the start of its process until the address stood on the screen, in milliseconds. */
  readonly addressMs: number;
  stop(): Promise<void>;
}

/** Starts a program with Node, and waits for the address that it prints. */
export async function startServer(args: readonly string[], cwd: string): Promise<RunningServer> {
  const begin = performance.now();
  // the AWS SDK tells of its plans for this version of Node
  const env = { ...process.env, NODE_NO_WARNINGS: '1' };
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const stop = async (): Promise<void> => {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('http://')) continue;
    const addressMs = performance.now() - begin;
    child.stdout.resume();
    return { url: line, addressMs, stop };
  }
  throw new Error(`${args.join(' ')} ended before it printed its address.`);
}
