import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';

/**
 * Which empty fields are not told of yet: those where nobody has been, of tasks that came after the diagram was opened. A
 * task that was just made is not wrong, it is not finished.
 */
export class UntouchedFields {
  /** Ids of the tasks that were ever there: one that comes back by an undo is not new. */
  readonly #known = new Set<string>();
  /** Fields that were left once, by the id of a new task. */
  readonly #left = new Map<string, Set<string>>();

  /** Ids of the tasks with such fields. */
  get taskIds(): readonly string[] {
    return [...this.#left.keys()];
  }

  /** A diagram was opened: whoever wrote it had the time to fill in its fields. */
  reset(taskIds: readonly string[] = []): void {
    this.#known.clear();
    this.#left.clear();
    for (const id of taskIds) this.#known.add(id);
  }

  /** A task is there, with its first edit or its hundredth. */
  note(taskId: string): void {
    if (this.#known.has(taskId)) return;
    this.#known.add(taskId);
    this.#left.set(taskId, new Set());
  }

  rename(from: string, to: string): void {
    const left = this.#left.get(from);
    if (left) this.#left.set(to, left);
    this.#left.delete(from);
    this.#known.add(to);
  }

  /** Somebody was at a field and left it. */
  leave(taskId: string, field: string): void {
    this.#left.get(taskId)?.add(field);
  }

  /** From now on every empty field of the task is told; without a task: of all. */
  reveal(taskId?: string): void {
    if (taskId === undefined) this.#left.clear();
    else this.#left.delete(taskId);
  }

  has({ ofEmptyField, taskId, field }: LintIssue): boolean {
    return ofEmptyField === true && this.#left.get(taskId)?.has(field) === false;
  }
}
