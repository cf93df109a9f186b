import { isJsonObject, type Json } from '@eventbridge-kit/issue';
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
  readonly #elementIds = new Map<string, string>();
  readonly #listeners = new Set<(eventId: string) => void>();

  constructor(modeler: Modeler) {
    this.#modeler = modeler;
    modeler.get('eventBus').on('eventBridgeTestSend.finished', ({ element, report }) => {
      const eventId = eventIdIn(report.steps.find(({ step }) => step === 'response')?.value);
      if (eventId !== undefined) this.note(eventId, element.id);
    });
  }

  note(eventId: string, elementId: string): void {
    this.#elementIds.set(eventId, elementId);
    for (const listener of this.#listeners) listener(eventId);
  }

  /** Tells of each event whose sender is known from now on: it may have arrived before. */
  listen(listener: (eventId: string) => void): void {
    this.#listeners.add(listener);
  }

  /** Nothing where no task of the open diagram sent it. */
  senderOf(eventId: string): Sender | undefined {
    const elementId = this.#elementIds.get(eventId);
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

/** The id of the event in a connector response. */
function eventIdIn(response: Json | undefined): string | undefined {
  const entries = isJsonObject(response) ? response['entries'] : undefined;
  const [entry] = Array.isArray(entries) ? entries : [];
  const id = isJsonObject(entry) ? entry['eventId'] : undefined;
  return typeof id === 'string' ? id : undefined;
}
