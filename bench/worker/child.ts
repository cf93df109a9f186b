import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A script of this folder in a process of its own, to ask and be answered. */
export interface Child {
  /** The next message of the child, after a message to it if there is one. Rejects when the child ends instead. */
  ask<Answer>(message?: object): Promise<Answer>;
  stop(): void;
}

export function startChild(script: string, args: readonly string[] = []): Child {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), [...args], {
    execArgv: ['--conditions=eventbridge-kit', '--import', 'tsx', '--no-warnings'],
  });
  return {
    ask: (message) => ask(child, script, message),
    stop: () => {
      child.disconnect();
    },
  };
}

function ask<Answer>(child: ChildProcess, script: string, message?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`${script} ended with ${String(code)} before it answered.`));
    };
    child.once('exit', onExit);
    child.once('message', (answer) => {
      child.off('exit', onExit);
      resolve(answer as Answer); // each script says what it answers
    });
    if (message !== undefined) child.send(message);
  });
}
