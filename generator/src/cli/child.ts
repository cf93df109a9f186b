import { fork } from 'node:child_process';
import type { BuildOrder } from './build.ts';
import type { Built } from './output.ts';

/** Cancels a timer. */
type Cancel = () => void;

/** First argument of the command line that builds as the child of another. */
export const CHILD = '--build-as-child';

export interface ChildOptions {
  /** The command line's script. */
  readonly script: string;
  /** Calls back when a definition has taken too long. */
  readonly deadline: (giveUp: () => void) => Cancel;
  /** Takes what the definition prints. */
  readonly err: (text: string) => void;
}

/**
 * Builds in a process of its own: a definition is a program, and one that never ends, or that ends its process, must not take the
 * command line with it.
 */
export function buildInChild(order: BuildOrder, { script, deadline, err }: ChildOptions): Promise<Built> {
  return new Promise((resolve) => {
    const child = fork(script, [CHILD, JSON.stringify(order)], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    let built: Built | undefined;
    let late = false;
    const cancel = deadline(() => {
      late = true;
      child.kill('SIGKILL');
    });
    const failed = (message: string): Built => ({
      outputs: [],
      problems: [{ file: order.file, severity: 'error', message }],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', err);
    child.on('message', (message) => {
      built = message as Built; // our own script sends nothing else
    });
    child.on('error', (problem) => err(`${problem.message}\n`));
    child.on('close', (code) => {
      cancel();
      if (built !== undefined && !late) resolve(built);
      else if (late)
        resolve(
          failed('did not finish loading in time: does it wait for something, or loop? --load-timeout sets the limit'),
        );
      else resolve(failed(endWords(code)));
    });
  });
}

/** Node's code for a module that waits for a promise which nobody fulfils. https://nodejs.org/api/process.html#exit-codes */
const UNSETTLED_AWAIT = 13;

function endWords(code: number | null): string {
  return code === UNSETTLED_AWAIT
    ? 'waits for a promise that is never fulfilled (await)'
    : `ended its process while it was loaded (exit code ${code ?? 'none'}); does it call process.exit?`;
}
