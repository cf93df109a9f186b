import type { TextRange } from 'camunda-feel';
import type { Issue } from '@eventbridge-kit/issue';
import type { Fix } from '../fix/fix.ts';
import type { ModdlePath } from '../model/node.ts';

/** An issue with its place in the diagram. */
export interface LintIssue extends Omit<Issue, 'fix'> {
  /** What the template calls the field; absent where it has none. */
  readonly label?: string;
  /** True where the field is empty and must not be; absent otherwise. */
  readonly ofEmptyField?: true;
  readonly elementId: string;
  readonly elementName?: string;
  /** The task that was checked; another element than `elementId` where the finding is about a neighbour. */
  readonly taskId: string;
  /** From the task's business object to the text; absent where there is none. */
  readonly path?: ModdlePath;
  /** The wrong part of that text. */
  readonly range?: TextRange;
  readonly fix?: Fix;
}
