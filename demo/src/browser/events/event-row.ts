import { parseJson } from '@eventbridge-kit/issue';
import type { ReceivedEvent } from 'eventbridge-local-bus';
import { make } from '../page.ts';
import { notArrived } from './event-status.ts';
import { jsonBlock } from './json-block.ts';
import type { Senders } from './senders.ts';

export interface EventRowDeps {
  readonly senders: Senders;
  /** Creates an event bus that is missing. */
  readonly createBus: (name: string) => void;
}

/** How long *Copied* stands on the button, in milliseconds. */
const COPIED_MS = 1_500;

/** One event of the list; what is in it is drawn when it is opened. */
export function eventRow(event: ReceivedEvent, deps: EventRowDeps): HTMLElement {
  const { sequence, status, source, detailType, eventBusName, receivedAt, eventId = '' } = event;
  const failed = notArrived(event);
  const summary = make(
    'summary',
    {},
    make('strong', {}, detailType),
    make('time', { datetime: receivedAt }, new Date(receivedAt).toLocaleTimeString('en-GB')),
    make('span', { class: 'event-source' }, source),
    make('span', { class: 'event-bus', title: 'Event bus' }, eventBusName),
    ...(failed ? [make('span', { class: 'event-status' }, failed.text)] : []),
  );
  const details = make('details', {}, summary);
  const body = make('div', { class: 'event-body' });
  details.addEventListener('toggle', () => {
    if (details.open) body.replaceChildren(...bodyOf(event, deps));
  });
  details.append(body);
  const remedy = failed?.missingBus === undefined ? [] : [createButton(failed.missingBus, deps)];
  return make(
    'li',
    { 'data-sequence': String(sequence), 'data-status': status, 'data-event-id': eventId },
    details,
    ...remedy,
  );
}

function bodyOf(event: ReceivedEvent, { senders }: EventRowDeps): readonly HTMLElement[] {
  const { detailText } = event;
  const sender = senders.senderOf(event);
  const actions = make('div', { class: 'event-actions' }, copyButton(detailText));
  if (sender) actions.append(button(`Sent by ${sender.name}`, 'Select the task', () => sender.show()));
  const facts = make('dl');
  for (const [name, value] of factsOf(event)) facts.append(make('dt', {}, name), make('dd', {}, value));
  return [actions, detailOf(event), facts];
}

/** The bus gives no value of what it rejected, yet its text is mostly JSON all the same. */
function detailOf({ detail, detailText }: ReceivedEvent): HTMLElement {
  const value = detail ?? parseJson(detailText);
  return value === undefined
    ? make('pre', { class: 'bjse-json', tabindex: '0', role: 'group', 'aria-label': 'Detail' }, detailText)
    : jsonBlock('Detail', value);
}

function createButton(name: string, { createBus }: EventRowDeps): HTMLElement {
  const made = button(`Create the event bus ${name}`, 'On the local bus, until the demo ends', () => createBus(name));
  made.classList.add('event-remedy');
  return made;
}

/** Copies the text as it came, to the digit. */
function copyButton(text: string): HTMLElement {
  const made = button('Copy detail', 'Copy the detail as JSON', () => {
    void navigator.clipboard.writeText(text).then(
      () => say('Copied'),
      () => say('Not allowed by the browser'),
    );
  });
  made.setAttribute('aria-live', 'polite');
  const say = (word: string): void => {
    made.textContent = word;
    setTimeout(() => (made.textContent = 'Copy detail'), COPIED_MS);
  };
  return made;
}

function button(text: string, title: string, onClick: () => void): HTMLElement {
  const made = make('button', { type: 'button', title }, text);
  made.addEventListener('click', onClick);
  return made;
}

function factsOf(event: ReceivedEvent): readonly (readonly [string, string])[] {
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['Event id', event.eventId],
    ['Region', event.region],
    ['Time', event.time],
    ['Resources', event.resources.length > 0 ? event.resources.join('\n') : undefined],
    ['Trace header', event.traceHeader],
    ['Matched rules', event.matchedRules.length > 0 ? event.matchedRules.join(', ') : undefined],
  ];
  return facts.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
}
