import type { ArrivedEvent, EventsAnswer } from '../../contract.ts';

/** The list of what arrived on the local event bus, beside the panel of test send. */
export class EventList {
  readonly root: HTMLElement;
  readonly #load: () => Promise<EventsAnswer>;
  readonly #list = document.createElement('ol');
  readonly #count = document.createElement('span');
  readonly #none = make('p', 'ebk-hint', 'No event yet: send one.');
  /** Only the answer to the last question is shown. */
  #asked = 0;

  constructor(load: () => Promise<EventsAnswer>) {
    this.#load = load;
    this.root = make('section', 'ebk-events');
    this.root.hidden = true;
    const title = make('h3', '', 'On the local event bus');
    title.id = 'ebk-events-title';
    title.append(' ', this.#count);
    this.root.setAttribute('aria-labelledby', title.id);
    this.root.append(title, this.#none, this.#list);
  }

  /** Asks the service anew, where the list is to be seen. What is open stays open. */
  async refresh(): Promise<void> {
    if (!this.root.isConnected) return;
    const asked = ++this.#asked;
    const { events } = await this.#load();
    if (asked !== this.#asked) return;
    this.root.hidden = events === undefined;
    const known = new Map(Array.from(this.#list.children, (item) => [(item as HTMLElement).dataset['sequence'], item]));
    this.#list.replaceChildren(...(events ?? []).map((event) => known.get(String(event.sequence)) ?? itemOf(event)));
    this.#count.textContent = `(${this.#list.childElementCount})`;
    this.#none.hidden = this.#list.childElementCount > 0;
  }

  /** Another bus has other events under the same numbers. */
  clear(): void {
    this.#list.replaceChildren();
  }
}

function itemOf({
  sequence,
  status,
  why,
  receivedAt,
  eventBusName,
  source,
  detailType,
  detailText,
}: ArrivedEvent): Element {
  const time = Object.assign(document.createElement('time'), {
    dateTime: receivedAt,
    textContent: new Date(receivedAt).toLocaleTimeString(),
  });
  const summary = make('summary', '');
  summary.append(make('strong', '', detailType), ' ', time, make('span', 'ebk-source', `${source} on ${eventBusName}`));
  if (status !== 'accepted')
    summary.append(make('span', 'ebk-status', why === undefined ? status : `${status}: ${why}`));
  const detail = make('pre', '', indented(detailText));
  detail.tabIndex = 0;
  detail.setAttribute('aria-label', 'Detail');
  const details = document.createElement('details');
  details.append(summary, detail);
  const item = document.createElement('li');
  item.dataset['sequence'] = String(sequence);
  item.append(details);
  return item;
}

/** A text that is cut is shown as it is. */
function indented(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}

function make(tag: string, className: string, text = ''): HTMLElement {
  return Object.assign(document.createElement(tag), { className, textContent: text });
}
