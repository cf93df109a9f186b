import type { EventTask } from '../model/event-task.ts';
import type { Node } from '../model/node.ts';
import type { LintIssue } from '../rule/lint-issue.ts';
import type { RuleScope } from '../rule/rule.ts';
import { inPanelOrder } from '../run/check.ts';

/** What a session remembers of a task, so that only what changed is checked again. */
interface TaskState {
  readonly node: Node;
  /** The process or subprocess around it. */
  readonly parent: unknown;
  /** What the task's own rules depend on. */
  readonly fingerprint: string;
  /** What rules about the whole diagram depend on in it. */
  readonly sharedFingerprint: string;
  /** What rules about the whole diagram are given of it. */
  readonly outline: EventTask;
}

/** How many issues there are of each severity. */
export type IssueCount = Readonly<Record<LintIssue['severity'], number>>;

const ORDER = { error: 0, warning: 1, info: 2 } as const;

const NO_ISSUES: readonly LintIssue[] = [];

type IssuesByScope = Readonly<Record<RuleScope, readonly LintIssue[]>>;

const NONE_OF_ANY_SCOPE: IssuesByScope = { task: NO_ISSUES, surroundings: NO_ISSUES, diagram: NO_ISSUES };

interface Entry {
  readonly state: TaskState;
  readonly issues: IssuesByScope;
}

/** Every issue found, by the element that it is about. Whoever changes it is told the ids of those elements. */
export class IssueStore {
  readonly #entries = new Map<string, Entry>();
  /** Issues of a task that are about another element: by that element's id, then by the task's. */
  readonly #ofNeighbours = new Map<string, Map<string, readonly LintIssue[]>>();
  readonly #count = { error: 0, warning: 0, info: 0 };

  get count(): IssueCount {
    return { ...this.#count };
  }

  get taskIds(): readonly string[] {
    return [...this.#entries.keys()];
  }

  stateOf(id: string): TaskState | undefined {
    return this.#entries.get(id)?.state;
  }

  /** Takes over what is known of a task; its issues stay. */
  setState(id: string, state: TaskState): void {
    this.#entries.set(id, { state, issues: this.#issuesByScope(id) });
  }

  /** Replaces what the rules of one scope found in a task. */
  put(id: string, scope: RuleScope, issues: readonly LintIssue[]): readonly string[] {
    const entry = this.#entries.get(id);
    if (!entry || sameIssues(entry.issues[scope], issues)) return [];
    return this.#replace(id, { state: entry.state, issues: { ...entry.issues, [scope]: issues } });
  }

  delete(id: string): readonly string[] {
    return this.#replace(id, undefined);
  }

  clear(): void {
    this.#entries.clear();
    this.#ofNeighbours.clear();
    Object.assign(this.#count, { error: 0, warning: 0, info: 0 });
  }

  /** Every issue, task by task as they were first touched, each in the order of its fields. */
  all(): readonly LintIssue[] {
    return [...this.#entries.keys()].flatMap((id) => this.#foundIn(id));
  }

  /** Issues about an element, the worst first. */
  about(id: string): readonly LintIssue[] {
    const own = this.#foundIn(id).filter((issue) => !isAboutNeighbour(issue));
    const others = this.#ofNeighbours.get(id);
    const all = others ? [...own, ...[...others.values()].flat()] : own;
    return all.length === 0 ? NO_ISSUES : all.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  }

  #issuesByScope(id: string): IssuesByScope {
    return this.#entries.get(id)?.issues ?? NONE_OF_ANY_SCOPE;
  }

  #foundIn(id: string): readonly LintIssue[] {
    const entry = this.#entries.get(id);
    if (!entry) return NO_ISSUES;
    const { task, surroundings, diagram } = entry.issues;
    return inPanelOrder([...task, ...surroundings, ...diagram], entry.state.outline.family);
  }

  #replace(id: string, entry: Entry | undefined): readonly string[] {
    const before = this.#foundIn(id);
    if (entry) this.#entries.set(id, entry);
    else this.#entries.delete(id);
    const after = this.#foundIn(id);
    for (const { severity } of before) this.#count[severity] -= 1;
    for (const { severity } of after) this.#count[severity] += 1;
    const neighbours = new Set([...before, ...after].filter(isAboutNeighbour).map(({ elementId }) => elementId));
    for (const neighbour of neighbours) {
      const issues = after.filter(({ elementId }) => elementId === neighbour);
      const byTask = this.#ofNeighbours.get(neighbour) ?? new Map<string, readonly LintIssue[]>();
      if (issues.length > 0) this.#ofNeighbours.set(neighbour, byTask.set(id, issues));
      else if (byTask.delete(id) && byTask.size === 0) this.#ofNeighbours.delete(neighbour);
    }
    return before.length + after.length === 0 ? [] : [id, ...neighbours];
  }
}

function isAboutNeighbour({ elementId, taskId }: LintIssue): boolean {
  return elementId !== taskId;
}

/** The same findings, in the same words, at the same places. */
function sameIssues(before: readonly LintIssue[], after: readonly LintIssue[]): boolean {
  if (before.length !== after.length) return false;
  return before.length === 0 || JSON.stringify(before) === JSON.stringify(after);
}
