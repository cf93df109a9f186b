import type { DiagramElement, HostEvent, HostEventBus, HostInjector, HostSelection } from '../src/host/bpmn-js.ts';

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
