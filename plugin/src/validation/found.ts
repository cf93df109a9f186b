import type { EventTask, LintIssue, RuleScope } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement } from '../host/bpmn-js.ts';
import type { ModdleElement } from '../host/moddle.ts';

export const NO_ISSUES: readonly LintIssue[] = [];

/** What is known of one task, so that only what changed is looked at again. */
export interface Known {
  readonly businessObject: ModdleElement;
  print: string;
  outputPrint: string;
  /** What rules about the whole diagram are given of it. */
  outline: EventTask;
  readonly issues: Record<RuleScope, readonly LintIssue[]>;
}

/** How many issues there are of each severity. */
export type IssueCount = Readonly<Record<LintIssue['severity'], number>>;

const ORDER = { error: 0, warning: 1, info: 2 } as const;

/** Every issue found, by the element that it is about. */
export class Found {
  readonly #tasks = new Map<DiagramElement, Known>();
  /** Issues of a task that are about another element, by that element's id. */
  readonly #ofNeighbours = new Map<string, Map<DiagramElement, readonly LintIssue[]>>();

  readonly #count = { error: 0, warning: 0, info: 0 };

  get count(): IssueCount {
    return { ...this.#count };
  }

  get tasks(): IterableIterator<DiagramElement> {
    return this.#tasks.keys();
  }

  known(element: DiagramElement): Known | undefined {
    const known = this.#tasks.get(element);
    return known?.businessObject === element.businessObject ? known : undefined;
  }

  knownTasks(): readonly (readonly [DiagramElement, Known])[] {
    return [...this.#tasks];
  }

  set(element: DiagramElement, known: Known): void {
    this.#tasks.set(element, known);
  }

  /** Replaces what one kind of rules found in a task. Returns the ids of other elements whose issues changed with it. */
  put(element: DiagramElement, scope: RuleScope, issues: readonly LintIssue[]): readonly string[] | undefined {
    const known = this.known(element);
    if (!known) return undefined;
    const before = known.issues[scope];
    if (sameIssues(before, issues)) return undefined;
    known.issues[scope] = issues;
    this.#recount(before, issues);
    return this.#noteNeighbours(element, before, known);
  }

  delete(element: DiagramElement): readonly string[] | undefined {
    const known = this.#tasks.get(element);
    if (!known) return undefined;
    this.#tasks.delete(element);
    this.#recount(allOf(known), NO_ISSUES);
    return this.#noteNeighbours(element, allOf(known), undefined);
  }

  clear(): void {
    this.#tasks.clear();
    this.#ofNeighbours.clear();
    Object.assign(this.#count, { error: 0, warning: 0, info: 0 });
  }

  /** Issues about an element, the worst first. */
  of(element: DiagramElement): readonly LintIssue[] {
    const known = this.known(element);
    const own = known ? allOf(known).filter(({ elementId, taskId }) => elementId === taskId) : NO_ISSUES;
    const others = this.#ofNeighbours.get(element.id);
    if (!others && own.length === 0) return NO_ISSUES;
    const all = others ? [...own, ...[...others.values()].flat()] : own;
    return all.toSorted((a, b) => ORDER[a.severity] - ORDER[b.severity]);
  }

  /** Issues that were found in a task, those about its neighbours included. */
  inTask(element: DiagramElement): readonly LintIssue[] {
    const known = this.known(element);
    return known ? allOf(known) : NO_ISSUES;
  }

  #recount(before: readonly LintIssue[], after: readonly LintIssue[]): void {
    for (const { severity } of before) this.#count[severity] -= 1;
    for (const { severity } of after) this.#count[severity] += 1;
  }

  #noteNeighbours(element: DiagramElement, before: readonly LintIssue[], known: Known | undefined): readonly string[] {
    const issues = known ? allOf(known) : NO_ISSUES;
    const ids = new Set([...before, ...issues].filter(isAboutNeighbour).map(({ elementId }) => elementId));
    for (const id of ids) {
      const ofTask = issues.filter((issue) => isAboutNeighbour(issue) && issue.elementId === id);
      const byTask = this.#ofNeighbours.get(id) ?? new Map<DiagramElement, readonly LintIssue[]>();
      if (ofTask.length > 0) this.#ofNeighbours.set(id, byTask.set(element, ofTask));
      else if (byTask.delete(element) && byTask.size === 0) this.#ofNeighbours.delete(id);
    }
    return [...ids];
  }
}

function isAboutNeighbour({ elementId, taskId }: LintIssue): boolean {
  return elementId !== taskId;
}

function allOf({ issues }: Known): readonly LintIssue[] {
  return [...issues.task, ...issues.surroundings, ...issues.diagram];
}

/** The same findings, in the same words, at the same places. */
export function sameIssues(before: readonly LintIssue[], after: readonly LintIssue[]): boolean {
  if (before.length !== after.length) return false;
  return before.length === 0 || JSON.stringify(before) === JSON.stringify(after);
}
