import type { CommandLine } from './read-settings.ts';

/** What a command may use of its process. */
export interface Program extends CommandLine {
  readonly version: string;
  /** Whether a person reads the output. */
  readonly isTerminal: boolean;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Resolves with the signal's name when the process shall end. */
  readonly endRequested: Promise<string>;
}

/** Exit codes: done, failed while running, called in a wrong way. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Tells what is wrong with the call. */
export function refuseUsage({ err }: Program, messages: readonly string[]): ExitCode {
  for (const message of messages) err(`${message}\n`);
  return EXIT.usage;
}
