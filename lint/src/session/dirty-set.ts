/** A change of one of these decides who catches an error. */
const CATCHERS = /^bpmn:(BoundaryEvent|StartEvent|.*SubProcess|Transaction|Error|ErrorEventDefinition)$/;

/** A change of one of these changes which tasks run beside each other. */
const FLOW = /^bpmn:(SequenceFlow|.*Gateway|BoundaryEvent)$/;

/** What is still to be checked, by the scope of the rules. */
export class DirtySet {
  /** Ids of elements for the rules about a task alone; the element may turn out to be no task. */
  readonly task = new Set<string>();
  /** Ids of tasks for the rules about a task and what surrounds it. */
  readonly surroundings = new Set<string>();
  /** True where that holds for every task. */
  allSurroundings = false;
  /** True where the tasks are to be compared with each other. */
  diagram = false;
  /** Types of the elements that decide about others: one that went is known by its id alone. */
  readonly #types = new Map<string, string>();

  get isEmpty(): boolean {
    return this.task.size === 0 && this.surroundings.size === 0 && !this.allSurroundings && !this.diagram;
  }

  /** An element came or changed. True where it decides which tasks run beside each other. */
  touch(id: string, type: string): boolean {
    this.task.add(id);
    const was = this.#types.get(id);
    if (CATCHERS.test(type) || FLOW.test(type)) this.#types.set(id, type);
    else this.#types.delete(id);
    const areFlows = [was, type].map((each) => this.#noteType(each));
    return areFlows.includes(true);
  }

  /** An element went. True where it decided which tasks run beside each other. */
  remove(id: string): boolean {
    this.task.delete(id);
    this.surroundings.delete(id);
    const was = this.#types.get(id);
    this.#types.delete(id);
    return this.#noteType(was);
  }

  /** Takes the next tasks whose surroundings are due: at most so many. */
  takeSurroundings(count: number): readonly string[] {
    const taken: string[] = [];
    for (const id of this.surroundings) {
      if (taken.length === count) break;
      this.surroundings.delete(id);
      taken.push(id);
    }
    return taken;
  }

  clear(): void {
    this.task.clear();
    this.surroundings.clear();
    this.allSurroundings = false;
    this.diagram = false;
    this.#types.clear();
  }

  #noteType(type = ''): boolean {
    const isFlow = FLOW.test(type);
    if (CATCHERS.test(type)) this.allSurroundings = true;
    if (isFlow) this.diagram = true;
    return isFlow;
  }
}
