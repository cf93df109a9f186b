import type { ProcessPort } from '@eventbridge-kit/node-kit/options';

/** What a command may use of its process. */
export interface WorkerProcess extends Required<ProcessPort> {
  /** Whether a person reads the output. */
  readonly isTerminal: boolean;
  /** Resolves with the signal's name when the process shall end. */
  readonly endRequested: Promise<string>;
}
