import type { ReceivedEvent } from './received-event.ts';

/** What the feed tells its listeners. */
export interface FeedListener {
  received(event: ReceivedEvent): void;
  /** The feed was emptied; sequence numbers go on. */
  cleared?(): void;
}

interface Held {
  readonly event: ReceivedEvent;
  readonly bytes: number;
}

/** The last events, bounded in number and bytes: the oldest goes first. */
export class Feed {
  readonly #maxEvents: number;
  readonly #maxBytes: number;
  #held: (Held | undefined)[] = [];
  /** Place of the oldest event in `held`; the places before it are empty, and are cut off now and then. */
  #oldest = 0;
  #heldBytes = 0;
  #sequence = 0;
  /** Events up to this one went because the feed was emptied, not for want of room. */
  #clearedUpTo = 0;
  readonly #listeners = new Set<FeedListener>();

  constructor(maxEvents: number, maxBytes: number) {
    this.#maxEvents = maxEvents;
    this.#maxBytes = maxBytes;
  }

  add(event: Omit<ReceivedEvent, 'sequence'>): ReceivedEvent {
    const received = { sequence: ++this.#sequence, ...event };
    const bytes = sizeOf(received);
    this.#held.push({ event: received, bytes });
    this.#heldBytes += bytes;
    this.#trim();
    for (const listener of this.#listeners) listener.received(received);
    return received;
  }

  /** Events still held with a sequence number above `after`, oldest first. */
  list(after = 0): ReceivedEvent[] {
    return this.#held.flatMap((one) => (one && one.event.sequence > after ? [one.event] : []));
  }

  /** Sequence number of the newest event; 0 before the first. */
  get last(): number {
    return this.#sequence;
  }

  /** The oldest event still held with a sequence number above `after`. */
  next(after: number): ReceivedEvent | undefined {
    const first = this.#held[this.#oldest]?.event.sequence ?? 0;
    return this.#held[this.#oldest + Math.max(0, after + 1 - first)]?.event;
  }

  /** Events above `after` that are no longer held. */
  droppedSince(after: number): number {
    const oldest = this.#held[this.#oldest]?.event.sequence ?? this.#sequence + 1;
    return Math.max(0, oldest - 1 - Math.max(after, this.#clearedUpTo));
  }

  clear(): void {
    this.#held = [];
    this.#oldest = 0;
    this.#heldBytes = 0;
    this.#clearedUpTo = this.#sequence;
    for (const listener of this.#listeners) listener.cleared?.();
  }

  /** Calls the listener from now on; the returned function ends that. */
  listen(listener: FeedListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  /** The newest event stays, whatever its size. */
  #trim(): void {
    for (let count = this.#held.length - this.#oldest; count > 1; count--) {
      if (count <= this.#maxEvents && this.#heldBytes <= this.#maxBytes) break;
      this.#heldBytes -= this.#held[this.#oldest]?.bytes ?? 0;
      this.#held[this.#oldest] = undefined;
      this.#oldest += 1;
    }
    // Cutting off for each event would copy the whole feed each time.
    if (this.#oldest <= this.#maxEvents) return;
    this.#held.splice(0, this.#oldest);
    this.#oldest = 0;
  }
}

/** What a client can make large, one byte a character. */
function sizeOf({ detailText, source, detailType, eventBusName, traceHeader = '', resources }: ReceivedEvent): number {
  return [detailText, source, detailType, eventBusName, traceHeader, ...resources].reduce(
    (sum, text) => sum + text.length,
    0,
  );
}
