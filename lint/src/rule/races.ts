import { contextKeys } from '../feel/expression.ts';
import type { Diagram } from '../model/diagram.ts';
import { headerOf, type EventTask } from '../model/event-task.ts';
import { forksOf } from '../model/flow.ts';
import type { Node } from '../model/node.ts';
import type { Scope } from '../model/walk.ts';
import { headerExpression } from './feel-texts.ts';

/** Another task that may write a variable at the same time. */
interface Race {
  readonly variable: string;
  readonly other: EventTask;
}

/** By the element: a host may have read the task by itself. */
type Races = ReadonlyMap<Node, readonly Race[]>;

const races = new WeakMap<Diagram, Races>();

/** The first rival for each variable that a task writes. */
export function racesOf(task: EventTask, diagram: Diagram): readonly Race[] {
  const steps = findRaces(diagram);
  while (steps.next().done !== true);
  return races.get(diagram)?.get(task.node) ?? [];
}

/** Finds the races of a whole diagram in small steps; `racesOf` knows them then. */
export function* findRaces(diagram: Diagram): Generator<undefined> {
  if (!races.has(diagram)) races.set(diagram, yield* find(diagram));
}

const written = new WeakMap<EventTask, readonly string[]>();

/** Names of the process variables that a task surely writes when it is done; read once for a task. */
function writtenBy(task: EventTask): readonly string[] {
  const known = written.get(task) ?? readWritten(task);
  written.set(task, known);
  return known;
}

function readWritten(task: EventTask): readonly string[] {
  // With output mappings only they decide what leaves the task.
  if (task.outputs.length > 0) return [...new Set(task.outputs.map(({ name }) => name))];
  const variable = headerOf(task, 'resultVariable')?.text.trim() ?? '';
  const expression = headerExpression(task, 'resultExpression')?.expression;
  const names = [...(variable === '' ? [] : [variable]), ...((expression && contextKeys(expression)) ?? [])];
  const locals = new Set(task.inputs.map(({ name }) => name.split('.')[0]));
  return [...new Set(names)].filter((name) => !locals.has(name));
}

function* find(diagram: Diagram): Generator<undefined, Races> {
  const byScope = new Map<Scope, EventTask[]>();
  for (const task of diagram.tasks) {
    const scope = diagram.scopeOf(task);
    const known = scope && byScope.get(scope);
    if (known) known.push(task);
    else if (scope) byScope.set(scope, [task]);
  }
  const found = new Map<Node, Race[]>();
  for (const [scope, tasks] of byScope) yield* findIn(scope, tasks, found);
  return found;
}

function* findIn(scope: Scope, tasks: readonly EventTask[], found: Map<Node, Race[]>): Generator<undefined> {
  const writers = new Map<string, EventTask[]>();
  for (const task of tasks) {
    for (const name of writtenBy(task)) {
      const known = writers.get(name);
      if (known) known.push(task);
      else writers.set(name, [task]);
    }
  }
  const shared = [...writers].filter(([, rivals]) => rivals.length > 1);
  yield;
  if (shared.length === 0) return;
  for (const branchOf of forksOf(scope)) {
    yield;
    if (!branchOf) continue;
    for (const [variable, rivals] of shared) {
      for (const [task, other] of rivalsIn(rivals, branchOf)) note(found, task, { variable, other });
    }
  }
}

/** Each task that stands in one branch, with another that stands in another. */
function rivalsIn(
  tasks: readonly EventTask[],
  branchOf: ReadonlyMap<Node, number>,
): (readonly [EventTask, EventTask])[] {
  const branched = tasks.flatMap((task) => {
    const branch = branchOf.get(task.node);
    return branch === undefined ? [] : [{ task, branch }];
  });
  const [first] = branched;
  const second = branched.find(({ branch }) => branch !== first?.branch);
  if (!first || !second) return [];
  return branched.map(({ task, branch }) => [task, branch === first.branch ? second.task : first.task]);
}

function note(found: Map<Node, Race[]>, task: EventTask, race: Race): void {
  const known = found.get(task.node) ?? [];
  if (!known.some(({ variable }) => variable === race.variable)) found.set(task.node, [...known, race]);
}
