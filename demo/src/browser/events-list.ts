import type { ReceivedEvent } from 'eventbridge-local-bus';
import { showNotice } from './notice.ts';
import { byId, make } from './page.ts';

/** The list keeps this many events; the oldest goes first. */
const MAX_EVENTS = 500;

/** The live list of what arrived on the bus, newest first. */
export class EventsList {
  readonly #list = byId('event-list');
  readonly #state = byId('feed-state');
  readonly #seen = new Set<string>();

  constructor(token: string) {
    byId('clear-events').addEventListener('click', () => void clearFeed(token));
    this.#draw();
    const source = new EventSource(`/api/events?token=${encodeURIComponent(token)}`);
    source.addEventListener('open', () => this.#setState('connected', 'Connected'));
    source.addEventListener('error', () => this.#setState('disconnected', 'Disconnected'));
    source.addEventListener('message', (message: MessageEvent<string>) => {
      this.#add(message.lastEventId, JSON.parse(message.data) as ReceivedEvent); // written by our own server
    });
    source.addEventListener('cleared', () => this.#clear());
  }

  /** A feed that reconnects may give again what it holds: an event that is shown is left out. */
  #add(id: string, event: ReceivedEvent): void {
    if (this.#seen.has(id)) return;
    this.#seen.add(id);
    this.#list.prepend(itemOf(event));
    while (this.#list.childElementCount > MAX_EVENTS) this.#list.lastElementChild?.remove();
    byId('last-event').textContent = `Event arrived: ${event.detailType} from ${event.source}`;
    this.#draw();
  }

  /** Opens one event and brings it into sight. */
  show(eventId: string): void {
    const item = this.#list.querySelector(`[data-event-id="${CSS.escape(eventId)}"]`);
    item?.querySelector('details')?.setAttribute('open', '');
    item?.scrollIntoView({ block: 'nearest' });
    item?.querySelector('summary')?.focus();
  }

  #clear(): void {
    this.#list.replaceChildren();
    this.#draw();
  }

  #draw(): void {
    const count = this.#list.childElementCount;
    byId('event-count').textContent = String(count);
    byId('no-events').hidden = count > 0;
    byId('clear-events').toggleAttribute('disabled', count === 0);
  }

  #setState(state: 'connected' | 'disconnected', text: string): void {
    this.#state.dataset['state'] = state;
    this.#state.textContent = text;
  }
}

/** Empties the bus: every page that shows it hears of it by its feed. */
async function clearFeed(token: string): Promise<void> {
  const problem = await fetch('/api/events', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } }).then(
    async (response) => (response.ok ? undefined : await response.text()),
    (error: unknown) => String(error),
  );
  if (problem !== undefined) showNotice('error', 'The events cannot be cleared.', [problem]);
}

function itemOf(event: ReceivedEvent): HTMLElement {
  const { sequence, status, source, detailType, eventBusName, detail, detailText } = event;
  const summary = make(
    'summary',
    {},
    make('strong', {}, detailType),
    make('time', { datetime: event.receivedAt }, new Date(event.receivedAt).toLocaleTimeString('en-GB')),
    make('span', { class: 'event-source' }, source),
    make('span', { class: 'event-bus', title: 'Event bus' }, eventBusName),
  );
  if (status !== 'accepted') {
    summary.append(make('span', { class: 'event-status' }, [status, event.errorCode].filter(Boolean).join(': ')));
  }
  const facts = make('dl');
  for (const [name, value] of factsOf(event)) facts.append(make('dt', {}, name), make('dd', {}, value));
  const text = detail === undefined ? detailText : JSON.stringify(detail, null, 2);
  const body = make('pre', { tabindex: '0', 'aria-label': 'Detail' }, text);
  return make(
    'li',
    { 'data-sequence': String(sequence), 'data-status': status, 'data-event-id': event.eventId ?? '' },
    make('details', {}, summary, body, facts),
  );
}

function factsOf(event: ReceivedEvent): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Event id', event.eventId],
    ['Reason', event.reason],
    ['Region', event.region],
    ['Time', event.time],
    ['Resources', event.resources.length > 0 ? event.resources.join('\n') : undefined],
    ['Trace header', event.traceHeader],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
