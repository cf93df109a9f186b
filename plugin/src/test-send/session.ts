import type { TaskSource, TestSendReport } from '@eventbridge-kit/event-job';
import type { VariablesText } from './variables-text.ts';

/** What was typed and run for one task; kept while the diagram is open. */
export interface Session {
  readonly variables: VariablesText;
  readonly run: Run;
}

/** The last preview or send of a task. */
export type Run =
  | { readonly status: 'none' }
  | { readonly status: 'running'; readonly dryRun: boolean }
  | { readonly status: 'cancelled'; readonly dryRun: boolean }
  | { readonly status: 'unreachable'; readonly dryRun: boolean; readonly message: string; readonly saysAll: boolean }
  | {
      readonly status: 'done';
      readonly report: TestSendReport;
      /** What was run, to tell whether the report still holds. */
      readonly ran: RunInput;
    };

interface RunInput {
  readonly task: TaskSource;
  readonly variablesText: string;
}

/** Whether the task or the sample variables have changed since the report. */
export function isStale(session: Session, task: TaskSource | undefined): boolean {
  if (session.run.status !== 'done') return false;
  const { ran } = session.run;
  return ran.variablesText !== session.variables.text || JSON.stringify(ran.task) !== JSON.stringify(task);
}
