import type { Readable } from 'node:stream';

/** Where the command line writes: a stream, and whether a person sits before it. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** What the command line needs of the machine. */
export interface LintProcess {
  readonly stdin: Readable;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** A mistake in how the command was called; its message is for the user, and the exit code is 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
