import {
  checkTask,
  type ActiveRule,
  type Diagram,
  type EventTask,
  type LintIssue,
} from 'bpmnlint-plugin-eventbridge/core';

type Scope = Diagram['scopes'][number];

/**
 * Runs the rules that compare tasks. First each task by itself, a step each: what a rule learns of a task it keeps with
 * the task, so that the last step, which cannot be divided, has little left to do.
 */
export function* everyTask(
  tasks: readonly EventTask[],
  rules: readonly ActiveRule[],
): Generator<undefined, ReadonlyMap<object, readonly LintIssue[]>> {
  for (const task of tasks) {
    checkTask(task, diagramOf([task]), rules);
    yield;
  }
  const diagram = diagramOf(tasks);
  return new Map(tasks.map((task) => [task.node, checkTask(task, diagram, rules)]));
}

function diagramOf(tasks: readonly EventTask[]): Diagram {
  const scopes = new Map<object, Scope>();
  const scopeOf = ({ node }: EventTask): Scope | undefined => {
    const parent = '$parent' in node ? node.$parent : undefined;
    if (typeof parent !== 'object' || parent === null) return undefined;
    const known = scopes.get(parent);
    if (known) return known;
    const elements = 'flowElements' in parent && Array.isArray(parent.flowElements) ? parent.flowElements : [];
    const scope: Scope = { node: parent, elements };
    scopes.set(parent, scope);
    return scope;
  };
  return { tasks, scopes: [], catchersOf: () => [], scopeOf };
}
