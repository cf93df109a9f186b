import type { EngineVersion } from './engine-version.ts';
import type { EventTask } from './event-task.ts';
import { childOf, isOfType, read, textOf, type Node } from './node.ts';
import { engineOf, readTask } from './read-task.ts';
import { errorCodesOf, scopesOf, type Scope } from './walk.ts';

/** An event that catches errors of a task: a boundary event, or the start of an event subprocess. */
export interface ErrorCatcher {
  readonly id: string;
  readonly name?: string;
  /** Code as written, FEEL when it starts with `=`; absent where it catches every error. */
  readonly code?: string;
  /** True for a boundary event of the task itself. */
  readonly onTask: boolean;
}

/** A diagram with its EventBridge tasks and what surrounds them. */
export interface Diagram {
  readonly engine?: EngineVersion;
  /** In the order of the diagram. */
  readonly tasks: readonly EventTask[];
  readonly scopes: readonly Scope[];
  /** What catches an error of the task, nearest first, as far as the diagram goes. */
  catchersOf(task: EventTask): readonly ErrorCatcher[];
  /** The process or subprocess that the task stands in. */
  scopeOf(task: EventTask): Scope | undefined;
}

/**
 * A diagram to look at. It is read when somebody asks for its tasks or for what surrounds one, and then shows the model
 * as it was at that moment: make another after an edit, which costs nothing until it is asked.
 *
 * @param definitions the diagram's root, of bpmn-js (`modeler.getDefinitions()`) or of bpmn-moddle
 */
export function readDiagram(definitions: unknown): Diagram {
  const engine = engineOf(definitions);
  const scopes = lazy(() => scopesOf(definitions));
  const scopeOfNode = lazy(() => scopesByElement(scopes()));
  const tasks = lazy(() => [...scopeOfNode().keys()].flatMap((element) => readTask(element, engine) ?? []));
  const boundaries = lazy(() => boundaryCatchers(scopes()));
  const eventSubprocesses = lazy(() => eventSubprocessCatchers(scopes()));
  const scopeOf = (task: EventTask): Scope | undefined => scopeOfNode().get(task.node);
  return {
    ...(engine && { engine }),
    get tasks() {
      return tasks();
    },
    get scopes() {
      return scopes();
    },
    scopeOf,
    catchersOf(task) {
      const own = boundaries().get(task.node) ?? [];
      const found = own.map((catcher) => ({ ...catcher, onTask: true }));
      let inner: Node = task.node;
      for (let scope = scopeOf(task); scope; scope = scope.parent) {
        // An event subprocess does not catch what is thrown inside it.
        const others = (eventSubprocesses().get(scope) ?? []).filter(({ subprocess }) => subprocess !== inner);
        found.push(...others.flatMap(({ catchers }) => catchers), ...(boundaries().get(scope.node) ?? []));
        inner = scope.node;
      }
      return found;
    },
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function scopesByElement(scopes: readonly Scope[]): ReadonlyMap<Node, Scope> {
  return new Map(scopes.flatMap((scope) => scope.elements.map((element) => [element, scope] as const)));
}

function catchersIn(event: Node): ErrorCatcher[] {
  const name = textOf(event, 'name');
  return errorCodesOf(event).map((code) => ({
    id: textOf(event, 'id') ?? '',
    ...(name !== undefined && { name }),
    ...(code !== undefined && { code }),
    onTask: false,
  }));
}

/** By the element that they are attached to. */
function boundaryCatchers(scopes: readonly Scope[]): ReadonlyMap<Node, readonly ErrorCatcher[]> {
  const found = new Map<Node, ErrorCatcher[]>();
  for (const { elements } of scopes) {
    for (const element of elements) {
      const host = isOfType(element, 'bpmn:BoundaryEvent') ? childOf(element, 'attachedToRef') : undefined;
      if (host) found.set(host, [...(found.get(host) ?? []), ...catchersIn(element)]);
    }
  }
  return found;
}

interface EventSubprocess {
  readonly subprocess: Node;
  readonly catchers: readonly ErrorCatcher[];
}

/** By the scope that they stand in. */
function eventSubprocessCatchers(scopes: readonly Scope[]): ReadonlyMap<Scope, readonly EventSubprocess[]> {
  const found = new Map<Scope, EventSubprocess[]>();
  for (const { node, parent, elements } of scopes) {
    if (!parent || read(node, 'triggeredByEvent') !== true) continue;
    const starts = elements.filter((element) => isOfType(element, 'bpmn:StartEvent'));
    const subprocess = { subprocess: node, catchers: starts.flatMap(catchersIn) };
    found.set(parent, [...(found.get(parent) ?? []), subprocess]);
  }
  return found;
}
