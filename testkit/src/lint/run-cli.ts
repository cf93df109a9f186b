import { Readable } from 'node:stream';
import { main } from '../../../lint/src/cli/main.ts';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly cwd?: string;
  readonly isTTY?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs the command line in this process. */
export async function run(
  args: readonly string[],
  input: string | Uint8Array = '',
  options: RunOptions = {},
): Promise<CliResult> {
  const { cwd = process.cwd(), isTTY = false, env = {} } = options;
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, {
    stdin: Readable.from([input]),
    stdout: { isTTY, write: (text) => out.push(text) },
    stderr: { isTTY, write: (text) => err.push(text) },
    cwd,
    env,
  });
  return { code, stdout: out.join(''), stderr: err.join('') };
}
