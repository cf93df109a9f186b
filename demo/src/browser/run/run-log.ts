import type { Outcome } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';
import type { RunEvent } from '../../run-events.ts';
import { jsonBlock } from '../events/json-block.ts';
import { make } from '../page.ts';

export interface RunLogDeps {
  /** The name of an element as the diagram shows it, else its id. */
  readonly nameOf: (elementId: string) => string;
  /** Brings an event of the list beside the diagram into sight. */
  readonly showEvent: (eventId: string) => void;
}

/** How a line of the log looks. */
type Kind = 'info' | 'ok' | 'error' | 'waiting';

function line(kind: Kind, text: string, ...more: readonly (Node | string)[]): HTMLElement {
  return make('li', { 'data-kind': kind }, make('span', { class: 'run-text' }, text), ...more);
}

/** Folded: the steps before it stay in sight. */
function variablesOf(value: JsonObject): HTMLElement {
  const count = Object.keys(value).length;
  const summary = make('summary', {}, `Variables of the instance (${count})`);
  return make('details', { class: 'bjse-fold' }, summary, jsonBlock('Variables of the instance', value));
}

type OutcomeText = {
  readonly [Type in Outcome['type']]: (outcome: Extract<Outcome, { readonly type: Type }>) => string;
};

const OUTCOMES: OutcomeText = {
  complete: () => 'completed',
  bpmnError: ({ code }) => `threw the BPMN error ${code}`,
  fail: ({ retries, retryBackoffMs }) =>
    retries === 0
      ? 'failed, and has no retries left'
      : `failed; tried again ${retryBackoffMs > 0 ? `after ${Math.round(retryBackoffMs / 1000)} s` : 'at once'} (${retries} left)`,
};

function outcomeText(outcome: Outcome): string {
  // The table's key is the outcome's own type, which the compiler cannot follow through the union.
  return (OUTCOMES[outcome.type] as (outcome: Outcome) => string)(outcome);
}

function jobEntry(
  { elementId, outcome, eventId }: Extract<RunEvent, { readonly type: 'job' }>,
  { nameOf, showEvent }: RunLogDeps,
): HTMLElement {
  const entry = line(
    outcome.type === 'complete' ? 'ok' : 'error',
    `${nameOf(elementId)}: the job ${outcomeText(outcome)}`,
  );
  if (eventId !== undefined) {
    const show = make('button', { type: 'button', class: 'bjse-link run-show' }, 'Show its event');
    show.addEventListener('click', () => showEvent(eventId));
    entry.append(show);
  }
  if (outcome.type !== 'complete') entry.append(make('p', {}, outcome.message));
  return entry;
}

const ENTRIES: {
  readonly [Type in RunEvent['type']]: (
    event: Extract<RunEvent, { readonly type: Type }>,
    deps: RunLogDeps,
  ) => HTMLElement | undefined;
} = {
  deployed: ({ processId, version }) => line('info', `Deployed ${processId}, version ${version}`),
  started: ({ instanceKey }) => line('info', `Started instance ${instanceKey}`),
  // The diagram's colours show these; a screen reader hears the ends.
  element: ({ elementId, state }, { nameOf }) =>
    state === 'active' ? line('info', `Reached ${nameOf(elementId)}`) : undefined,
  job: jobEntry,
  incident: ({ elementId, message }, { nameOf }) =>
    line('error', `Incident at ${nameOf(elementId)}: the instance stands still`, make('p', {}, message)),
  waiting: ({ elementIds }, { nameOf }) =>
    line(
      'waiting',
      `Waiting at ${elementIds.map(nameOf).join(', ')}, until somebody acts or the instance is cancelled`,
    ),
  ended: ({ how, variables }) =>
    line(
      how === 'completed' ? 'ok' : 'info',
      how === 'completed' ? 'The instance is completed.' : 'The instance was cancelled.',
      ...(how === 'completed' && variables ? [variablesOf(variables)] : []),
    ),
  problem: ({ message }) => line('error', message),
};

/** One thing that happened, in words; nothing where the diagram's colours say enough. */
export function entryOf(event: RunEvent, deps: RunLogDeps): HTMLElement | undefined {
  // As above: the key is the event's own type.
  return (ENTRIES[event.type] as (event: RunEvent, deps: RunLogDeps) => HTMLElement | undefined)(event, deps);
}
