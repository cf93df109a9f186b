import type { Destination, TaskPreview, TaskSource, TestSendReport, TestSendRequest } from '@eventbridge-kit/event-job';
import type { VariablesText } from './variables-text.ts';

/** What was typed and sent for one task; kept while the diagram is open. */
export interface Session {
  readonly variables: VariablesText;
  readonly run: Run;
}

/** The last send of a task. */
export type Run =
  | { readonly status: 'none' }
  | { readonly status: 'running' }
  /** The event would go to AWS: a person is asked, with what was going to be sent. */
  | { readonly status: 'asking'; readonly destination: Destination; readonly request: TestSendRequest }
  | { readonly status: 'cancelled' }
  | { readonly status: 'timedOut'; readonly seconds: number }
  | { readonly status: 'unreachable'; readonly message: string; readonly saysAll: boolean }
  | {
      readonly status: 'done';
      readonly report: TestSendReport;
      /** What was sent, to tell whether the report still holds. */
      readonly ran: RunInput;
      /** What the preview said when it was sent. */
      readonly said?: TaskPreview;
    };

interface RunInput {
  readonly task: TaskSource;
  readonly variablesText: string;
}

/** The variables as they are sent. */
export function sentText({ text }: VariablesText): string {
  return text.trim() || '{}';
}

/** Whether the task or the sample variables have changed since the report. */
export function isStale(session: Session, task: TaskSource | undefined): boolean {
  if (session.run.status !== 'done') return false;
  const { ran } = session.run;
  return ran.variablesText !== sentText(session.variables) || JSON.stringify(ran.task) !== JSON.stringify(task);
}
