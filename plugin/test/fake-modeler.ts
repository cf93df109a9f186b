import { parse } from '@eventbridge-kit/testkit/parse';
import type { DiagramElement, HostEvent, HostEventBus, HostInjector, HostSelection } from '../src/host/bpmn-js.ts';
import { childrenOf, type ModdleElement } from '../src/host/moddle.ts';
import type { HostModeler, HostRegistry } from '../src/validation/host.ts';

/** A diagram of bpmn-moddle as a modeler holds it: every element is a shape of its own. */
export class FakeDiagram implements HostRegistry, HostModeler {
  readonly #elements = new Map<string, DiagramElement>();
  readonly #definitions: ModdleElement;

  /** @param undrawn ids of elements that have no shape */
  constructor(definitions: ModdleElement, undrawn: readonly string[] = []) {
    this.#definitions = definitions;
    for (const businessObject of flowElements(definitions)) {
      const id = businessObject.get('id') as string; // every element of a test has one
      if (!undrawn.includes(id)) this.#elements.set(id, { id, businessObject });
    }
  }

  /** @param content what stands in the process */
  static async ofProcess(content: string): Promise<FakeDiagram> {
    const root = await parse(
      `<?xml version="1.0" encoding="UTF-8"?>
       <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                         xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="definitions" targetNamespace="test">
         <bpmn:process id="process" isExecutable="true">${content}</bpmn:process>
       </bpmn:definitions>`,
    );
    return new FakeDiagram(root as ModdleElement); // bpmn-moddle's own root
  }

  get ids(): readonly string[] {
    return [...this.#elements.keys()];
  }

  get(id: string): DiagramElement | undefined {
    return this.#elements.get(id);
  }

  forEach(visit: (element: DiagramElement) => void): void {
    this.#elements.forEach((element) => visit(element));
  }

  getDefinitions(): ModdleElement {
    return this.#definitions;
  }

  element(id: string): DiagramElement {
    const element = this.#elements.get(id);
    if (!element) throw new Error(`the diagram has no element "${id}"`);
    return element;
  }

  /** Takes the shape away. */
  remove(id: string): DiagramElement {
    const element = this.element(id);
    this.#elements.delete(id);
    return element;
  }
}

function flowElements(root: ModdleElement): readonly ModdleElement[] {
  return ['rootElements', 'flowElements']
    .flatMap((list) => childrenOf(root, list))
    .flatMap((element) => [element, ...flowElements(element)]);
}

/** A service task with our job type, with the given extension elements beside its task definition. */
export function eventTask(id: string, extensions: string, jobType = 'eventbridge-kit:send-event:1'): string {
  return `<bpmn:serviceTask id="${id}"><bpmn:extensionElements>
    <zeebe:taskDefinition type="${jobType}" retries="3" />${extensions}
  </bpmn:extensionElements></bpmn:serviceTask>`;
}

/** An event bus that calls its listeners in the order in which they came. */
export class FakeEventBus implements HostEventBus {
  readonly fired: string[] = [];
  readonly #listeners: { readonly event: string; readonly listener: (event: HostEvent) => void }[] = [];

  on(event: string | readonly string[], _priority: number, listener: (event: HostEvent) => void): void {
    for (const name of typeof event === 'string' ? [event] : event) this.#listeners.push({ event: name, listener });
  }

  off(event: string, listener: (event: HostEvent) => void): void {
    const at = this.#listeners.findIndex((one) => one.event === event && one.listener === listener);
    if (at >= 0) this.#listeners.splice(at, 1);
  }

  fire(event: string, data: object = {}): void {
    this.fired.push(event);
    for (const one of this.#listeners) if (one.event === event) one.listener(data);
  }
}

export class FakeSelection implements HostSelection {
  #selected: readonly DiagramElement[] = [];
  readonly #eventBus: FakeEventBus;

  constructor(eventBus: FakeEventBus) {
    this.#eventBus = eventBus;
  }

  get(): readonly DiagramElement[] {
    return this.#selected;
  }

  select(element: DiagramElement): void {
    this.#selected = [element];
    this.#eventBus.fire('selection.changed', { newSelection: this.#selected });
  }

  isSelected(element: DiagramElement): boolean {
    return this.#selected.includes(element);
  }
}

/** Services by name; the panel is one that only remembers whether it is shown. */
export function fakeInjector(view: object): HostInjector {
  return { get: (service) => (service === 'eventBridgeTestSendPanel' ? view : null) };
}
