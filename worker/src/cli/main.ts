import { nearest } from '@eventbridge-kit/issue';
import { refuseUsage, type ExitCode, type Program } from './program.ts';
import { testSendCommand } from './test-send-command.ts';
import { workerCommand } from './worker-command.ts';

type Command = (program: Program) => Promise<ExitCode>;

const COMMANDS: Readonly<Record<string, Command>> = { 'test-send': testSendCommand };

/** Runs the command line; resolves with the exit code when it has ended. */
export async function main(program: Program): Promise<ExitCode> {
  const [name, ...rest] = program.args;
  if (name === undefined || name.startsWith('-')) return workerCommand(program);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (command !== undefined) return command({ ...program, args: rest });
  const known = Object.keys(COMMANDS);
  const meant = nearest(name, known);
  const advice =
    meant === undefined ? `Write ${known.join(', ')}, or none to start the worker.` : `Did you mean ${meant}?`;
  return refuseUsage(program, [`There is no command "${name}". ${advice}`]);
}
