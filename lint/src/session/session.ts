import type { Diagram } from '../model/diagram.ts';
import { engineText, type EngineVersion } from '../model/engine-version.ts';
import { childOf, isNode, typeOf } from '../model/node.ts';
import { engineOf, readTask } from '../model/read-task.ts';
import type { LintIssue } from '../rule/lint-issue.ts';
import type { RuleScope } from '../rule/rule.ts';
import { checkTask, type ActiveRule } from '../run/check.ts';
import { configure } from '../run/configure.ts';
import { compareTasks, type Comparison } from './compare-tasks.ts';
import { DirtySet } from './dirty-set.ts';
import { fingerprint, outlineOf, sharedFingerprint } from './fingerprint.ts';
import { IssueStore, type IssueCount } from './issue-store.ts';
import { surroundingsOf } from './surroundings.ts';

/** Tells whether a step may go on; asked between two pieces of work: a task, or the surroundings of 50. */
export type HasTime = () => boolean;

/** The diagram as its host holds it: both are asked anew for each piece of work. */
export interface SessionHost {
  /** The root, `bpmn:Definitions`, of bpmn-js or of bpmn-moddle; anything else counts as no diagram. */
  definitions(): unknown;
  /** The element of an id, with its `$parent`; anything else counts as none. */
  element(id: string): unknown;
}

/** Tasks whose surroundings are read together, between two looks at the clock. */
const BATCH = 50;

/** What rules about a task alone are given for a diagram. */
const NO_DIAGRAM: Diagram = { tasks: [], scopes: [], catchersOf: () => [], scopeOf: () => undefined };

/**
 * The issues of a diagram, kept up to date while somebody edits it. The host says which elements came, changed or went,
 * and gives the time to check them: once nothing is pending, the issues are those of `checkDiagram`. It never throws, and
 * changes nothing in the diagram.
 *
 * ```ts
 * const session = new LintSession({ definitions: () => root, element: (id) => elementsById[id] });
 * session.touch(Object.keys(elementsById));
 * while (session.isPending) session.step(() => true);
 * ```
 */
export class LintSession {
  readonly #host: SessionHost;
  readonly #rules: Readonly<Record<RuleScope, readonly ActiveRule[]>>;
  readonly #dirty = new DirtySet();
  readonly #store = new IssueStore();
  #comparison: Comparison | undefined;
  #engine = '';

  /** @param rules default: those of the recommended preset */
  constructor(host: SessionHost, rules: readonly ActiveRule[] = configure()) {
    this.#host = host;
    const ofScope = (scope: RuleScope): readonly ActiveRule[] => rules.filter(({ rule }) => rule.scope === scope);
    this.#rules = { task: ofScope('task'), surroundings: ofScope('surroundings'), diagram: ofScope('diagram') };
  }

  /** True while something is left to check. */
  get isPending(): boolean {
    return !this.#dirty.isEmpty;
  }

  /** Every issue, task by task, in the order in which the tasks were first touched. */
  issues(): readonly LintIssue[] {
    return this.#store.all();
  }

  /** Issues about an element, the worst first: a task's own, and those of a task about an event beside it. */
  issuesOf(id: string): readonly LintIssue[] {
    return this.#store.about(id);
  }

  count(): IssueCount {
    return this.#store.count;
  }

  /**
   * Elements came, changed or moved, of whatever type. An element with a new id is one that went and one that came.
   *
   * @param hasTime the time to check these now, each by itself, at least one; by default all wait for `step`
   * @returns ids of the elements whose issues are others now
   */
  touch(ids: Iterable<string>, hasTime?: HasTime): ReadonlySet<string> {
    this.#noteEngine();
    const touched = [...ids];
    const changed = new Set<string>();
    for (const id of touched) {
      const element = this.#host.element(id);
      if (!isNode(element)) add(changed, this.#remove(id));
      else if (this.#dirty.touch(id, typeOf(element))) this.#comparison = undefined;
    }
    if (hasTime) this.#checkTasks(touched, hasTime, changed);
    return changed;
  }

  /**
   * Elements went, each named, those inside of others too.
   *
   * @returns ids of the elements whose issues are others now
   */
  remove(ids: Iterable<string>): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const id of ids) add(changed, this.#remove(id));
    return changed;
  }

  /**
   * Goes on with what is pending: tasks by themselves, then with their surroundings, then compared with each other. Does
   * at least one piece of work, so that it comes to an end however little time there is.
   *
   * @returns ids of the elements whose issues are others now
   */
  step(hasTime: HasTime): ReadonlySet<string> {
    const changed = new Set<string>();
    this.#checkTasks(this.#dirty.task, hasTime, changed);
    if (this.#dirty.task.size === 0) this.#checkSurroundings(hasTime, changed);
    if (this.#dirty.task.size + this.#dirty.surroundings.size === 0) this.#compareTasks(hasTime, changed);
    return changed;
  }

  /** Forgets everything, for another diagram. */
  clear(): void {
    this.#dirty.clear();
    this.#store.clear();
    this.#comparison = undefined;
  }

  /** Checks one task now, as it stands, without the rules that compare tasks; remembers nothing. */
  check(id: string): readonly LintIssue[] {
    const task = readTask(this.#host.element(id), this.#engineVersion());
    if (!task) return [];
    return [
      ...checkTask(task, NO_DIAGRAM, this.#rules.task),
      ...checkTask(task, surroundingsOf([task.node], this.#host.definitions()), this.#rules.surroundings),
    ];
  }

  #engineVersion(): EngineVersion | undefined {
    return engineOf(this.#host.definitions());
  }

  /** The engine's version decides what many rules say. */
  #noteEngine(): void {
    const version = this.#engineVersion();
    const engine = version ? engineText(version) : '';
    if (engine === this.#engine) return;
    this.#engine = engine;
    for (const id of this.#store.taskIds) this.#dirty.task.add(id);
  }

  #remove(id: string): readonly string[] {
    if (this.#dirty.remove(id)) this.#comparison = undefined;
    return this.#forget(id);
  }

  #forget(id: string): readonly string[] {
    if (!this.#store.stateOf(id)) return [];
    this.#compareAnew();
    return this.#store.delete(id);
  }

  #compareAnew(): void {
    this.#comparison = undefined;
    this.#dirty.diagram = true;
  }

  #checkTasks(ids: Iterable<string>, hasTime: HasTime, changed: Set<string>): void {
    const engine = this.#engineVersion();
    for (const id of ids) {
      if (!this.#dirty.task.delete(id)) continue;
      add(changed, this.#checkTask(id, engine));
      if (!hasTime()) return;
    }
  }

  #checkTask(id: string, engine: EngineVersion | undefined): readonly string[] {
    const task = readTask(this.#host.element(id), engine);
    if (!task) return this.#forget(id);
    const { node } = task;
    const parent = childOf(node, '$parent');
    const state = this.#store.stateOf(id);
    const stood = state?.node === node && state.parent === parent ? state : undefined;
    const own = fingerprint(task);
    if (stood?.fingerprint === own) return [];
    const shared = sharedFingerprint(task);
    const isShared = stood?.sharedFingerprint === shared;
    if (!isShared) this.#compareAnew();
    const outline = isShared ? stood.outline : outlineOf(task);
    this.#store.setState(id, { node, parent, fingerprint: own, sharedFingerprint: shared, outline });
    this.#dirty.surroundings.add(id);
    return this.#store.put(id, 'task', checkTask(task, NO_DIAGRAM, this.#rules.task));
  }

  #checkSurroundings(hasTime: HasTime, changed: Set<string>): void {
    if (this.#dirty.allSurroundings) for (const id of this.#store.taskIds) this.#dirty.surroundings.add(id);
    this.#dirty.allSurroundings = false;
    while (this.#dirty.surroundings.size > 0) {
      const batch = this.#dirty.takeSurroundings(BATCH).flatMap((id) => {
        const node = this.#store.stateOf(id)?.node;
        return node ? [{ id, node }] : [];
      });
      const nodes = batch.map(({ node }) => node);
      const diagram = surroundingsOf(nodes, this.#host.definitions());
      const tasks = new Map(diagram.tasks.map((task) => [task.node, task]));
      for (const { id, node } of batch) {
        const task = tasks.get(node);
        const issues = task ? checkTask(task, diagram, this.#rules.surroundings) : [];
        add(changed, this.#store.put(id, 'surroundings', issues));
      }
      if (!hasTime()) return;
    }
  }

  #compareTasks(hasTime: HasTime, changed: Set<string>): void {
    if (!this.#dirty.diagram) return;
    const tasks = this.#store.taskIds.flatMap((id) => {
      const outline = this.#store.stateOf(id)?.outline;
      return outline ? [{ id, outline }] : [];
    });
    this.#comparison ??= compareTasks(
      tasks.map(({ outline }) => outline),
      this.#rules.diagram,
    );
    let step = this.#comparison.next();
    while (step.done !== true) {
      if (!hasTime()) return;
      step = this.#comparison.next();
    }
    this.#dirty.diagram = false;
    this.#comparison = undefined;
    for (const { id, outline } of tasks)
      add(changed, this.#store.put(id, 'diagram', step.value.get(outline.node) ?? []));
  }
}

function add(changed: Set<string>, ids: Iterable<string>): void {
  for (const id of ids) changed.add(id);
}
