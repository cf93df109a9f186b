import { EXIT, unknownName, type ExitCode } from '@eventbridge-kit/node-kit/options';
import { testSendCommand } from './test-send-command.ts';
import { workerCommand } from './worker-command.ts';
import type { WorkerProcess } from './worker-process.ts';

type Command = (process: WorkerProcess) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = { 'test-send': testSendCommand };

/** Runs the command line; resolves with the exit code when it has ended. */
export async function main(process: WorkerProcess): Promise<ExitCode> {
  const [name, ...rest] = process.args;
  if (name === undefined || name.startsWith('-')) return workerCommand(process);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command({ ...process, args: rest });
  process.err(`${unknownName('command', name, Object.keys(COMMANDS))} Without one, the worker starts.\n`);
  return EXIT.usage;
}
