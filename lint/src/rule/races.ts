import { contextKeys } from '../feel/expression.ts';
import type { Diagram } from '../model/diagram.ts';
import { headerOf, type EventTask } from '../model/event-task.ts';
import { forkBranches } from '../model/flow.ts';
import { childrenOf, extensionOf } from '../model/node.ts';
import type { Scope } from '../model/walk.ts';
import { headerExpression } from './feel-texts.ts';

/** Another task that may write a variable at the same time. */
export interface Race {
  readonly variable: string;
  readonly other: EventTask;
}

const races = new WeakMap<Diagram, ReadonlyMap<EventTask, readonly Race[]>>();

/** The first rival for each variable that a task writes. */
export function racesOf(task: EventTask, diagram: Diagram): readonly Race[] {
  const known = races.get(diagram) ?? find(diagram);
  races.set(diagram, known);
  return known.get(task) ?? [];
}

/** Names of the process variables that a task's result surely writes. */
function writtenBy(task: EventTask): readonly string[] {
  const mapping = extensionOf(task.node, 'zeebe:IoMapping');
  // With output mappings only they decide what leaves the task.
  if (mapping && childrenOf(mapping.node, 'outputParameters').length > 0) return [];
  const variable = headerOf(task, 'resultVariable')?.text.trim() ?? '';
  const expression = headerExpression(task, 'resultExpression')?.expression;
  const names = [...(variable === '' ? [] : [variable]), ...((expression && contextKeys(expression)) ?? [])];
  const locals = new Set(task.inputs.map(({ name }) => name.split('.')[0]));
  return [...new Set(names)].filter((name) => !locals.has(name));
}

function find(diagram: Diagram): ReadonlyMap<EventTask, readonly Race[]> {
  const byScope = new Map<Scope, EventTask[]>();
  for (const task of diagram.tasks) {
    const scope = diagram.scopeOf(task);
    const known = scope && byScope.get(scope);
    if (known) known.push(task);
    else if (scope) byScope.set(scope, [task]);
  }
  const found = new Map<EventTask, Race[]>();
  for (const [scope, tasks] of byScope) findIn(scope, tasks, found);
  return found;
}

function findIn(scope: Scope, tasks: readonly EventTask[], found: Map<EventTask, Race[]>): void {
  const writers = new Map<string, EventTask[]>();
  for (const task of tasks) {
    for (const name of writtenBy(task)) {
      const known = writers.get(name);
      if (known) known.push(task);
      else writers.set(name, [task]);
    }
  }
  const shared = [...writers].filter(([, rivals]) => rivals.length > 1);
  if (shared.length === 0) return;
  for (const branches of forkBranches(scope)) {
    for (const [variable, rivals] of shared) {
      const [first, second] = oneInEachOfTwo(rivals, branches);
      if (first && second) {
        note(found, first, { variable, other: second });
        note(found, second, { variable, other: first });
      }
    }
  }
}

/** Two of the tasks that stand in one branch each, not the same: after a join both would be in either. */
function oneInEachOfTwo(
  tasks: readonly EventTask[],
  branches: readonly ReadonlySet<object>[],
): readonly (EventTask | undefined)[] {
  const byBranch = new Map<number, EventTask>();
  for (const task of tasks) {
    const within = branches.flatMap((branch, index) => (branch.has(task.node) ? [index] : []));
    const [only, ...others] = within;
    if (only !== undefined && others.length === 0 && !byBranch.has(only)) byBranch.set(only, task);
  }
  return [...byBranch.values()];
}

function note(found: Map<EventTask, Race[]>, task: EventTask, race: Race): void {
  const known = found.get(task) ?? [];
  if (!known.some(({ variable }) => variable === race.variable)) found.set(task, [...known, race]);
}
