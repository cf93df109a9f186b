import type { Diagram } from '../model/diagram.ts';
import type { EventTask } from '../model/event-task.ts';
import { childOf, childrenOf, type Node } from '../model/node.ts';
import type { Scope } from '../model/walk.ts';
import type { LintIssue } from '../rule/lint-issue.ts';
import { checkTask, type ActiveRule } from '../run/check.ts';

/** Elements passed between two pauses. */
const PAUSE_AFTER = 500;

/** Where the work may pause; the result is what was found, by the tasks' elements. */
export type Comparison = Generator<undefined, ReadonlyMap<Node, readonly LintIssue[]>>;

/** Runs the rules that compare tasks, in small steps. What a rule learns of a task by itself it keeps with the task. */
export function* compareTasks(tasks: readonly EventTask[], rules: readonly ActiveRule[]): Comparison {
  for (const task of tasks) {
    checkTask(task, diagramOf([task]), rules);
    yield;
  }
  const diagram = diagramOf(yield* inOrder(tasks));
  for (const { rule } of rules) yield* rule.prepare?.(diagram) ?? [];
  const found = new Map<Node, readonly LintIssue[]>();
  for (const task of tasks) {
    found.set(task.node, checkTask(task, diagram, rules));
    yield;
  }
  return found;
}

/** The tasks of each scope in the order of the diagram, as whoever reads the whole diagram has them. */
function* inOrder(tasks: readonly EventTask[]): Generator<undefined, readonly EventTask[]> {
  const byNode = new Map(tasks.map((task) => [task.node, task]));
  const parents = new Set(tasks.flatMap(({ node }) => childOf(node, '$parent') ?? []));
  const ordered: EventTask[] = [];
  for (const parent of parents) {
    for (const [index, element] of childrenOf(parent, 'flowElements').entries()) {
      const task = byNode.get(element);
      if (task) ordered.push(task);
      if (index % PAUSE_AFTER === PAUSE_AFTER - 1) yield;
    }
  }
  return ordered;
}

function diagramOf(tasks: readonly EventTask[]): Diagram {
  const scopes = new Map<Node, Scope>();
  const scopeOf = ({ node }: EventTask): Scope | undefined => {
    const parent = childOf(node, '$parent');
    if (!parent) return undefined;
    const scope = scopes.get(parent) ?? { node: parent, elements: childrenOf(parent, 'flowElements') };
    scopes.set(parent, scope);
    return scope;
  };
  return { tasks, scopes: [], catchersOf: () => [], scopeOf };
}
