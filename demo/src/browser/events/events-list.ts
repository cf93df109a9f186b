import type { ReceivedEvent } from 'eventbridge-local-bus';
import { showNotice } from '../notice.ts';
import { byId } from '../page.ts';
import { eventRow } from './event-row.ts';
import { notArrived } from './event-status.ts';
import type { Senders } from './senders.ts';

/** The list keeps this many events; the oldest goes first. */
const MAX_EVENTS = 500;

/** Rows shown at first, and more with each press. */
const PAGE = 50;

interface Entry {
  readonly event: ReceivedEvent;
  readonly row: HTMLElement;
  /** What the filter looks into. */
  readonly text: string;
}

/** The live list of what arrived on the bus, newest first. */
export class EventsList {
  readonly #token: string;
  readonly #senders: Senders;
  readonly #reveal: () => void;
  readonly #list = byId('event-list');
  readonly #filter = byId('event-filter') as HTMLInputElement; // it is one in index.html
  readonly #seen = new Set<string>();
  /** The newest first. */
  #entries: Entry[] = [];
  #shown = PAGE;
  #state: 'connecting' | 'connected' | 'disconnected' = 'connecting';

  /** @param reveal brings the list into sight where the user has taken it away */
  constructor(token: string, senders: Senders, reveal: () => void) {
    this.#token = token;
    this.#senders = senders;
    this.#reveal = reveal;
    byId('clear-events').addEventListener('click', () => void this.#ask('DELETE', 'The events cannot be cleared.'));
    byId('more-events').addEventListener('click', () => {
      this.#shown += PAGE;
      this.#draw();
    });
    this.#filter.addEventListener('input', () => {
      this.#shown = PAGE;
      this.#draw();
    });
    senders.listen(() => this.#redrawBodies());
    this.#draw();
  }

  /** Shows what is on the bus, and what arrives from now on. */
  connect(): void {
    const source = new EventSource(`/api/events?token=${encodeURIComponent(this.#token)}`);
    source.addEventListener('open', () => this.#setState('connected'));
    source.addEventListener('error', () => this.#setState('disconnected'));
    source.addEventListener('message', (message: MessageEvent<string>) => {
      this.#add(message.lastEventId, JSON.parse(message.data) as ReceivedEvent); // written by our own server
    });
    source.addEventListener('cleared', () => {
      this.#entries = [];
      this.#draw();
    });
  }

  /** Opens one event and brings it into sight. */
  show(eventId: string): void {
    const entry = this.#entries.find(({ event }) => event.eventId === eventId);
    if (!entry) return;
    this.#reveal();
    this.#filter.value = '';
    this.#shown = Math.max(this.#shown, this.#entries.indexOf(entry) + 1);
    this.#draw();
    entry.row.querySelector('details')?.setAttribute('open', '');
    entry.row.scrollIntoView({ block: 'nearest' });
    entry.row.querySelector('summary')?.focus();
  }

  /** Creates an event bus on the local bus, and says so. */
  async createBus(name: string): Promise<void> {
    const isDone = await this.#ask('POST', `The event bus ${name} cannot be created.`, { name });
    if (isDone) showNotice('done', `The event bus ${name} is there now.`, ['Send the event again: it will arrive.']);
  }

  /** A feed that reconnects may give again what it holds: an event that is shown is left out. */
  #add(id: string, event: ReceivedEvent): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    const row = eventRow(event, { senders: this.#senders, createBus: (name) => void this.createBus(name) });
    row.classList.add('arrived');
    const { detailType, source, eventBusName, detailText } = event;
    const text = [detailType, source, eventBusName, detailText, event.status, event.eventId].join('\n').toLowerCase();
    this.#entries = [{ event, row, text }, ...this.#entries].slice(0, MAX_EVENTS);
    const failed = notArrived(event);
    byId('last-event').textContent =
      `Event ${failed ? 'did not arrive' : 'arrived'}: ${detailType} from ${source}. ${failed?.text ?? ''}`.trim();
    this.#draw();
  }

  #matching(): readonly Entry[] {
    const words = this.#filter.value.toLowerCase().split(/\s+/);
    return this.#entries.filter(({ text }) => words.every((word) => text.includes(word)));
  }

  /** Rows that are shown stay in their place: one that has the focus keeps it. */
  #draw(): void {
    const matching = this.#matching();
    const rows = matching.slice(0, this.#shown).map(({ row }) => row);
    const wanted = new Set<Element>(rows);
    for (const row of [...this.#list.children]) if (!wanted.has(row)) row.remove();
    rows.forEach((row, index) => {
      if (this.#list.children[index] !== row) this.#list.insertBefore(row, this.#list.children[index] ?? null);
    });
    const count = this.#entries.length;
    byId('event-count').textContent = matching.length === count ? String(count) : `${matching.length} of ${count}`;
    byId('toggle-events').dataset['count'] = count === 0 ? '' : String(count);
    byId('clear-events').toggleAttribute('disabled', count === 0);
    byId('event-filter-row').hidden = count === 0;
    const rest = matching.length - rows.length;
    byId('more-events').hidden = rest === 0;
    byId('more-events').textContent = `Show ${Math.min(PAGE, rest)} more`;
    byId('no-events').hidden = rows.length > 0;
    byId('no-events').textContent = this.#whyEmpty();
  }

  #whyEmpty(): string {
    if (this.#entries.length > 0) return `No event matches “${this.#filter.value}”.`;
    switch (this.#state) {
      case 'connecting':
        return 'Connecting to the event bus…';
      case 'disconnected':
        return 'The demo does not answer. Start it again with npm start: this page connects by itself.';
      case 'connected':
        return 'No event has arrived yet. Select a task that sends one, press Test send, then Send.';
    }
  }

  /** The sender of an event is known now. */
  #redrawBodies(): void {
    for (const details of this.#list.querySelectorAll('details[open]')) details.dispatchEvent(new Event('toggle'));
  }

  #setState(state: 'connected' | 'disconnected'): void {
    this.#state = state;
    byId('feed-state').dataset['state'] = state;
    byId('feed-state').textContent = state === 'connected' ? 'Connected' : 'Disconnected';
    this.#draw();
  }

  /** Asks the bus for something; every page that shows it hears of it by its feed. */
  async #ask(method: 'DELETE' | 'POST', refused: string, body?: object): Promise<boolean> {
    const path = method === 'POST' ? '/api/event-buses' : '/api/events';
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const problem = await fetch(path, { method, headers, ...(body && { body: JSON.stringify(body) }) }).then(
      async (response) => (response.ok ? undefined : await response.text()),
      (error: unknown) => String(error),
    );
    if (problem !== undefined) showNotice('error', refused, [problem]);
    return problem === undefined;
  }
}
