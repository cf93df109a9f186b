import type { DiagramElement } from '../host/bpmn-js.ts';

/** A change of one of these decides who catches an error. */
const CATCHERS = /^bpmn:(BoundaryEvent|StartEvent|.*SubProcess|Transaction)$/;

/** A change of one of these changes which tasks run beside each other. */
const FLOW = /^bpmn:(SequenceFlow|.*Gateway|BoundaryEvent)$/;

/** What is still to be looked at. */
export class Due {
  /** Elements to be looked at by themselves. */
  readonly alone = new Set<DiagramElement>();
  /** Tasks to be looked at with the events around them. */
  readonly around = new Set<DiagramElement>();
  /** True where every task's surroundings are due. */
  everyAround = false;
  /** True where the tasks are to be compared with each other. */
  together = false;

  get isEmpty(): boolean {
    return this.alone.size === 0 && this.around.size === 0 && !this.everyAround && !this.together;
  }

  /** An element came, went or changed: what of the others depends on it. */
  noteKind({ businessObject: { $type } }: DiagramElement): void {
    if (CATCHERS.test($type)) this.everyAround = true;
    if (FLOW.test($type)) this.together = true;
  }

  /** The next tasks to be looked at with their surroundings; they are no longer due. */
  takeAround(count: number): readonly DiagramElement[] {
    const taken: DiagramElement[] = [];
    for (const task of this.around) {
      if (taken.length === count) break;
      this.around.delete(task);
      taken.push(task);
    }
    return taken;
  }

  delete(element: DiagramElement): void {
    this.alone.delete(element);
    this.around.delete(element);
  }

  clear(): void {
    this.alone.clear();
    this.around.clear();
    this.everyAround = false;
    this.together = false;
  }
}
