import type { LintIssue } from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement } from '../src/host/bpmn-js.ts';
import { childrenOf, type ModdleElement } from '../src/host/moddle.ts';
import { Checker } from '../src/validation/checker.ts';
import type { ValidationConfig } from '../src/validation/config.ts';
import type { HasTime, Scheduler } from '../src/validation/scheduler.ts';
import { EventBridgeValidation } from '../src/validation/validation.ts';
import { FakeEventBus } from './host.ts';

/** A scheduler whose idle moments come when a test says so. */
export class FakeScheduler implements Scheduler {
  /** How many pieces of work fit into a slice. */
  piecesPerSlice = Infinity;
  /** How many idle moments had something to do. */
  slices = 0;
  #work: ((hasTime: HasTime) => void) | undefined;

  slice(): HasTime {
    let left = this.piecesPerSlice;
    return () => --left > 0;
  }

  whenIdle(work: (hasTime: HasTime) => void): () => void {
    this.#work = work;
    return () => {
      this.#work = undefined;
    };
  }

  /** One idle moment. False where there was nothing to do. */
  runOnce(): boolean {
    const work = this.#work;
    this.#work = undefined;
    if (work) this.slices += 1;
    work?.(this.slice());
    return work !== undefined;
  }
}

/** Validation over a diagram of bpmn-moddle, without a modeler: every element is a shape of its own. */
export class ValidationBench {
  readonly eventBus = new FakeEventBus();
  readonly scheduler = new FakeScheduler();
  readonly validation: EventBridgeValidation;
  /** Ids of the elements of each `changed` event. */
  readonly changes: string[][] = [];
  /** Business objects that the rules were asked about, one by one. */
  readonly looks: string[] = [];
  /** Why the next tries to load the rules fail, in order. */
  readonly loadErrors: Error[] = [];
  readonly #elements = new Map<string, DiagramElement>();
  readonly #definitions: ModdleElement;

  /** @param undrawn ids of elements that have no shape */
  constructor(definitions: ModdleElement, config?: ValidationConfig, undrawn: readonly string[] = []) {
    this.#definitions = definitions;
    for (const businessObject of flowElements(definitions)) {
      const id = businessObject.get('id') as string; // every element of a test has one
      if (!undrawn.includes(id)) this.#elements.set(id, { id, businessObject });
    }
    const checker = new Checker(config);
    const checkAlone = checker.checkAlone.bind(checker);
    checker.checkAlone = (task): LintIssue[] => {
      this.looks.push(task.id);
      return checkAlone(task);
    };
    this.eventBus.on('eventBridgeValidation.changed', 1, ({ elements = [] }) => {
      this.changes.push(elements.map(({ id }) => id));
    });
    this.validation = new EventBridgeValidation(
      config,
      this.eventBus,
      { get: (id) => this.#elements.get(id), forEach: (visit) => this.#elements.forEach((element) => visit(element)) },
      { getDefinitions: () => this.#definitions },
      this.scheduler,
      () => {
        const error = this.loadErrors.shift();
        return error ? Promise.reject(error) : Promise.resolve(checker);
      },
    );
  }

  get ids(): readonly string[] {
    return [...this.#elements.keys()];
  }

  element(id: string): DiagramElement {
    const element = this.#elements.get(id);
    if (!element) throw new Error(`the diagram has no element "${id}"`);
    return element;
  }

  /** The modeler has read the diagram, and every idle moment has come. */
  async import(): Promise<void> {
    this.eventBus.fire('import.done');
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let moments = 0; moments < 10_000; moments++) {
      await Promise.resolve();
      if (!this.scheduler.runOnce() && !this.validation.isPending) return;
    }
    throw new Error('validation does not come to an end');
  }

  changed(...ids: readonly string[]): void {
    this.eventBus.fire('elements.changed', { elements: ids.map((id) => this.element(id)) });
  }

  /** The element goes, as the modeler removes its shape. */
  remove(id: string): void {
    const element = this.element(id);
    this.#elements.delete(id);
    this.eventBus.fire('shape.removed', { element });
  }
}

function flowElements(root: ModdleElement): readonly ModdleElement[] {
  return ['rootElements', 'flowElements']
    .flatMap((list) => childrenOf(root, list))
    .flatMap((element) => [element, ...flowElements(element)]);
}
