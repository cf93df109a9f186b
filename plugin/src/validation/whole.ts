import {
  checkTask,
  type ActiveRule,
  type Diagram,
  type EventTask,
  type LintIssue,
} from 'bpmnlint-plugin-eventbridge/core';

type Scope = Diagram['scopes'][number];

/** Runs the rules that compare tasks, in small steps. What a rule learns of a task by itself it keeps with the task. */
export function* everyTask(
  tasks: readonly EventTask[],
  rules: readonly ActiveRule[],
): Generator<undefined, ReadonlyMap<object, readonly LintIssue[]>> {
  for (const task of tasks) {
    checkTask(task, diagramOf([task]), rules);
    yield;
  }
  const diagram = diagramOf(tasks);
  for (const { rule } of rules) yield* rule.prepare?.(diagram) ?? [];
  const found = new Map<object, readonly LintIssue[]>();
  for (const task of tasks) {
    found.set(task.node, checkTask(task, diagram, rules));
    yield;
  }
  return found;
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
