import type { DiagramSpec, TaskSpec } from '../bpmn.ts';

/** What a rule must find in an example; only what is given is compared. */
export interface Expected {
  readonly elementId?: string;
  readonly field?: string;
  /** A part of the message. */
  readonly message?: string;
  /** Title of the fix; null: there must be none. */
  readonly fix?: string | null;
}

interface ExampleBase {
  /** What is special about it, for the test's name. */
  readonly name: string;
}

type Subject = { readonly task: TaskSpec } | { readonly diagram: DiagramSpec };

export type InvalidExample = ExampleBase &
  Subject & {
    /** Default: one finding on `Task_1`. */
    readonly finds?: readonly Expected[];
  };

export type ValidExample = ExampleBase & Subject;

/** Everything about a rule that is not its code: why it exists, and diagrams with and without its mistake. */
export interface RuleExamples {
  /** What is wrong, for the rule's page. */
  readonly what: string;
  /** Why it matters. */
  readonly why: string;
  /** Where that is written. */
  readonly source: string;
  /** What to write instead. */
  readonly remedy: string;
  /** The first stands on the page. */
  readonly invalid: readonly [InvalidExample, ...InvalidExample[]];
  /** The first stands on the page. */
  readonly valid: readonly [ValidExample, ...ValidExample[]];
}

export function diagramOf(example: InvalidExample | ValidExample): DiagramSpec {
  return 'diagram' in example ? example.diagram : { tasks: [example.task] };
}

export function expectedOf({ finds = [{}] }: InvalidExample): readonly Expected[] {
  return finds.map((expected) => ({ elementId: 'Task_1', ...expected }));
}
