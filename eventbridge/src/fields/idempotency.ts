import { isBlank, type Issue, quote, foundBlank } from '@eventbridge-kit/issue';
import { eventIssue } from '../event-rules.ts';
import type { EventInput, Idempotency } from '../event-input.ts';
import { checkDetail } from './detail.ts';

/** The parts of an entry that can carry an id. */
interface Carrier {
  /** Compact JSON text of an object. */
  readonly Detail: string;
  readonly Resources?: readonly string[];
}

type Place = Idempotency['place'];

/** What a place needs of the event, and how the entry gets the id. */
interface PlaceKind<Kind extends Idempotency> {
  check(event: Pick<EventInput, 'detail'>, idempotency: Kind): Issue[];
  put(entry: Carrier, idempotency: Kind): Carrier;
}

const FIELD = 'input.idempotencyField';

const PLACES: { readonly [Kind in Place]: PlaceKind<Extract<Idempotency, { readonly place: Kind }>> } = {
  detail: {
    check: ({ detail }, { field }) => {
      if (isBlank(field)) return [missing(field)];
      return hasKey(detail, field) ? [taken(field)] : [];
    },
    put: ({ Detail }, { field, id }) => ({ Detail: withMember(Detail, field, id) }),
  },
  resource: {
    check: () => [],
    put: ({ Detail, Resources = [] }, { id }) => ({ Detail, Resources: [...Resources, id] }),
  },
};

/** Whether the event has room for the id; a detail with mistakes of its own is not looked into. */
export function checkIdempotency(event: Pick<EventInput, 'detail'>, idempotency: Idempotency): Issue[] {
  return kindOf(idempotency).check(event, idempotency);
}

/** The entry with the id in its place. */
export function putIdempotencyId<Entry extends Carrier>(entry: Entry, idempotency: Idempotency): Entry {
  return { ...entry, ...kindOf(idempotency).put(entry, idempotency) };
}

function kindOf(idempotency: Idempotency): PlaceKind<Idempotency> {
  return PLACES[idempotency.place];
}

function hasKey(detail: EventInput['detail'], key: string): boolean {
  if (checkDetail(detail).length > 0) return false;
  const object: unknown = typeof detail === 'string' ? JSON.parse(detail) : detail;
  return typeof object === 'object' && object !== null && Object.hasOwn(object, key);
}

/** Adds a member to the JSON text of an object, whose numbers so keep their spelling. Text that is none stays as it is. */
function withMember(json: string, key: string, value: string): string {
  if (!json.endsWith('}')) return json;
  const member = `${JSON.stringify(key)}:${JSON.stringify(value)}}`;
  return json === '{}' ? `{${member}` : `${json.slice(0, -1)},${member}`;
}

function missing(field: string): Issue {
  return eventIssue({
    rule: 'idempotency-field-required',
    field: FIELD,
    wrong: 'Payload key is required',
    found: foundBlank(field),
    instead: 'Write the key that the event payload gets for the idempotency id, for example idempotencyId.',
    fix: { title: 'Use idempotencyId', value: 'idempotencyId' },
  });
}

function taken(field: string): Issue {
  return eventIssue({
    rule: 'idempotency-field-taken',
    field: FIELD,
    wrong: 'The event payload has this key already, and neither value may be lost',
    found: quote(field),
    instead: 'Write another key for the idempotency id, or take the key out of the payload.',
  });
}
