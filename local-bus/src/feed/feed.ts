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
  private readonly maxEvents: number;
  private readonly maxBytes: number;
  private held: Held[] = [];
  private heldBytes = 0;
  private sequence = 0;
  private readonly listeners = new Set<FeedListener>();

  constructor(maxEvents: number, maxBytes: number) {
    this.maxEvents = maxEvents;
    this.maxBytes = maxBytes;
  }

  add(event: Omit<ReceivedEvent, 'sequence'>): ReceivedEvent {
    const received = { sequence: ++this.sequence, ...event };
    const bytes = received.detailText.length + received.resources.reduce((sum, resource) => sum + resource.length, 0);
    this.held.push({ event: received, bytes });
    this.heldBytes += bytes;
    this.trim();
    for (const listener of this.listeners) listener.received(received);
    return received;
  }

  /** Events still held with a sequence number above `after`, oldest first. */
  list(after = 0): ReceivedEvent[] {
    return this.held.filter(({ event }) => event.sequence > after).map(({ event }) => event);
  }

  /** Events above `after` that are no longer held. */
  droppedSince(after: number): number {
    const oldest = this.held[0]?.event.sequence ?? this.sequence + 1;
    return Math.max(0, oldest - 1 - after);
  }

  clear(): void {
    this.held = [];
    this.heldBytes = 0;
    for (const listener of this.listeners) listener.cleared?.();
  }

  /** Calls the listener from now on; the returned function ends that. */
  listen(listener: FeedListener): () => void {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  /** The newest event stays, whatever its size. */
  private trim(): void {
    let drop = 0;
    while (
      this.held.length - drop > 1 &&
      (this.held.length - drop > this.maxEvents || this.heldBytes > this.maxBytes)
    ) {
      this.heldBytes -= this.held[drop]?.bytes ?? 0;
      drop += 1;
    }
    if (drop > 0) this.held.splice(0, drop);
  }
}
