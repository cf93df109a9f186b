import { isJsonObject } from '@eventbridge-kit/issue';
import type { ReceivedEvent } from 'eventbridge-local-bus';
import type { Modeler } from '../modeler.ts';

/** The task that sent an event. */
export interface Sender {
  readonly name: string;
  /** Selects it and brings it into sight. */
  show(): void;
}

/** Room around the task, in pixels: the palette stands on the left. */
const MARGIN_PX = { top: 60, right: 130, bottom: 60, left: 160 };

/** Which task of the diagram sent an event: test sends and runs tell. */
export class Senders {
  readonly #modeler: Modeler;
  /** By the id of the event, or of the call that brought it. */
  readonly #elementIds = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
    modeler.get('eventBus').on('eventBridgeTestSend.finished', ({ element, report }) => {
      // A test send is a call of its own, so that a rejected event, which has no id, is told by its call.
      const call = report.steps.find(({ step }) => step === 'send')?.value;
      const requestId = isJsonObject(call) ? call['requestId'] : undefined;
      if (typeof requestId === 'string') this.note(requestId, element.id);
    });
  }

  /** @param id of the event, or of the call that brought it alone */
  note(id: string, elementId: string): void {
    this.#elementIds.set(id, elementId);
    for (const listener of this.#listeners) listener();
  }

  /** Calls when another sender is known: its event may have arrived before. */
  listen(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Nothing where no task of the open diagram sent it. */
  senderOf({ eventId = '', requestId }: ReceivedEvent): Sender | undefined {
    const elementId = this.#elementIds.get(eventId) ?? this.#elementIds.get(requestId);
    const element = elementId === undefined ? undefined : this.#modeler.get('elementRegistry').get(elementId);
    if (!element) return undefined;
    const name = element.businessObject.get('name');
    return {
      name: typeof name === 'string' && name.trim() !== '' ? name.trim() : element.id,
      show: () => {
        this.#modeler.get('selection').select(element);
        this.#modeler.get('canvas').scrollToElement(element, MARGIN_PX);
      },
    };
  }
}
