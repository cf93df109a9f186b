import type { TextRange } from 'camunda-feel';
import type { Severity } from '@eventbridge-kit/issue';
import type { Diagram } from '../model/diagram.ts';
import type { EventTask, TaskField, TaskText } from '../model/event-task.ts';
import type { Fix } from '../fix/fix.ts';

/**
 * What a rule looks at, so that a host knows when to ask again: the task alone; what surrounds it too (boundary events,
 * event subprocesses, the error codes they name); or every task of the diagram.
 */
export type RuleScope = 'task' | 'surroundings' | 'diagram';

/** One thing that can be wrong, in one file under its id. */
export interface Rule {
  /** Kebab-case; the name of the file, of its page in docs/rules/ and of its rule in bpmnlint. */
  readonly id: string;
  /** What is wrong, as a heading: `Unknown region`. */
  readonly title: string;
  /** By the principle of docs/rules/README.md. */
  readonly severity: Severity;
  readonly scope: RuleScope;
  /** True for a rule that only the strict configuration has. */
  readonly strictOnly?: boolean;
  /** True for a rule about a field that is empty and must not be: an editor need not tell it before somebody was there. */
  readonly ofEmptyField?: boolean;
  /** What the rule learns of a diagram as a whole, in small steps: a host may pause between them. `check` does without. */
  prepare?(diagram: Diagram): Iterable<undefined>;
  /** Findings of one task. A rule that cannot know says nothing; it never throws. */
  check(task: EventTask, diagram: Diagram): readonly RuleFinding[];
}

/** What a rule found. */
export interface RuleFinding {
  /** What is wrong, what was found, what to write instead. No value of a secret field. */
  readonly message: string;
  /** The text that is wrong; absent for the task as a whole, or where the task lacks the field. */
  readonly at?: TaskField | TaskText;
  /** Name of the field: an input, a header, `retries`, `type`; absent for the task as a whole. */
  readonly field?: string;
  /** The part of the text that is wrong. */
  readonly range?: TextRange;
  readonly fix?: Fix;
  /** Another element that the finding is about; absent: the task. */
  readonly elementId?: string;
  /** Name of that other element. */
  readonly elementName?: string;
}

/** Marks an object as a rule, and keeps its literal types. */
export function defineRule<const R extends Rule>(rule: R): R {
  return rule;
}
