import {
  configure,
  documentationUrl,
  LintSession,
  type ActiveRule,
  type HasTime,
} from 'bpmnlint-plugin-eventbridge/core';
import type { DiagramElement } from '../src/host/bpmn-js.ts';
import type { ModdleElement } from '../src/host/moddle.ts';
import type { ValidationConfig } from '../src/validation/config.ts';
import type { Scheduler } from '../src/validation/scheduler.ts';
import { EventBridgeValidation } from '../src/validation/validation.ts';
import { FakeDiagram, FakeEventBus } from './fake-modeler.ts';

/** A scheduler whose idle moments come when a test says so. */
class FakeScheduler implements Scheduler {
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

/** Validation over a diagram of bpmn-moddle, without a modeler. */
export class ValidationBench {
  readonly eventBus = new FakeEventBus();
  readonly scheduler = new FakeScheduler();
  readonly diagram: FakeDiagram;
  readonly validation: EventBridgeValidation;
  /** Ids of the elements of each `changed` event. */
  readonly changes: string[][] = [];
  /** Tasks that the rules were asked about, one by one. */
  readonly looks: string[] = [];
  /** Why the next tries to load the rules fail, in order. */
  readonly loadErrors: Error[] = [];

  /** @param undrawn ids of elements that have no shape */
  constructor(definitions: ModdleElement, config: ValidationConfig = {}, undrawn: readonly string[] = []) {
    this.diagram = new FakeDiagram(definitions, undrawn);
    const rules = [this.#probe(), ...configure(config.preset, config.rules)];
    this.eventBus.on('eventBridgeValidation.changed', 1, ({ elements = [] }) => {
      this.changes.push(elements.map(({ id }) => id));
    });
    this.validation = new EventBridgeValidation(
      config,
      this.eventBus,
      this.diagram,
      this.diagram,
      this.scheduler,
      () => {
        const error = this.loadErrors.shift();
        return error
          ? Promise.reject(error)
          : Promise.resolve({ openSession: (host) => new LintSession(host, rules), documentationUrl });
      },
    );
  }

  element(id: string): DiagramElement {
    return this.diagram.element(id);
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
    this.eventBus.fire('shape.removed', { element: this.diagram.remove(id) });
  }

  /** A rule that finds nothing and notes what it is asked about. */
  #probe(): ActiveRule {
    const check = ({ id }: { readonly id: string }): readonly [] => {
      this.looks.push(id);
      return [];
    };
    return { rule: { id: 'probe', title: '', severity: 'info', scope: 'task', check }, severity: 'info' };
  }
}
