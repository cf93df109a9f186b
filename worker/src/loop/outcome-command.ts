import type { Outcome } from '@eventbridge-kit/connector';
import type { JobCommands } from '../camunda/job-port.ts';

type Send<Type extends Outcome['type']> = (
  commands: JobCommands,
  jobKey: string,
  outcome: Extract<Outcome, { readonly type: Type }>,
) => Promise<void>;

const SENDERS: { readonly [Type in Outcome['type']]: Send<Type> } = {
  complete: (commands, jobKey, { variables }) => commands.complete(jobKey, variables),
  fail: (commands, jobKey, outcome) => commands.fail(jobKey, outcome),
  bpmnError: (commands, jobKey, outcome) => commands.throwError(jobKey, outcome),
};

/** Sends the one command that an outcome stands for. */
export function sendOutcome(commands: JobCommands, jobKey: string, outcome: Outcome): Promise<void> {
  // Each type has its own sender, which the table's type proves; a lookup loses that pairing.
  const send = SENDERS[outcome.type] as Send<Outcome['type']>;
  return send(commands, jobKey, outcome);
}
