import type { IncomingMessage, ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { Feed } from '../feed/feed.ts';
import type { ReceivedEvent } from '../feed/received-event.ts';
import { streamEvents } from './feed-route.ts';

const EVENT_BYTES = 50_000;

const EVENT: Omit<ReceivedEvent, 'sequence'> = {
  status: 'accepted',
  requestId: 'r',
  entryIndex: 0,
  receivedAt: '2026-01-01T00:00:00.000Z',
  accessKeyId: 'k',
  region: 'eu-central-1',
  accountId: '000000000000',
  eventBusName: 'default',
  source: 's',
  detailType: 't',
  detailText: 'x'.repeat(EVENT_BYTES),
  resources: [],
  time: '2026-01-01T00:00:00Z',
  matchedRules: [],
};

/** A listener that reads nothing until it is told to. */
class Listener extends Writable {
  #free: (() => void) | undefined;
  #reading = false;
  text = '';

  writeHead(): this {
    return this;
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString();
    if (this.#reading) done();
    else this.#free = done;
  }

  readAll(): Promise<void> {
    this.#reading = true;
    this.#free?.();
    return new Promise((resolve) => setImmediate(resolve));
  }

  get sequences(): number[] {
    return [...this.text.matchAll(/^id: run:(\d+)$/gm)].map(([, sequence]) => Number(sequence));
  }
}

function listen(feed: Feed): Listener {
  const listener = new Listener();
  const request = { headers: {} } as unknown as IncomingMessage; // all that is read of it
  const response = listener as unknown as ServerResponse; // as far as a feed writes to it
  streamEvents(request, response, new URL('http://localhost/_events'), feed, 'run');
  return listener;
}

describe('a listener that does not read', () => {
  it('is handed a little, whatever arrives, and all of it once it reads', async () => {
    const feed = new Feed(1000, 100_000_000);
    const listener = listen(feed);
    for (let count = 0; count < 200; count += 1) feed.add(EVENT);
    expect(listener.writableLength).toBeLessThan(4 * EVENT_BYTES);
    await listener.readAll();
    expect(listener.sequences).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
  });

  it('is handed a little of what was held before it came', () => {
    const feed = new Feed(1000, 100_000_000);
    for (let count = 0; count < 200; count += 1) feed.add(EVENT);
    expect(listen(feed).writableLength).toBeLessThan(4 * EVENT_BYTES);
  });

  it('is told how many events went in the meantime', async () => {
    const feed = new Feed(3, 100_000_000);
    const listener = listen(feed);
    for (let count = 0; count < 20; count += 1) feed.add(EVENT);
    // the first two were handed over before it had more than it may leave unread
    await listener.readAll();
    expect(listener.sequences.slice(-3)).toEqual([18, 19, 20]);
    expect(listener.text).toContain('"dropped":15');
  });

  it('is told that the feed was emptied, not that events went', async () => {
    const feed = new Feed(1000, 100_000_000);
    const listener = listen(feed);
    for (let count = 0; count < 20; count += 1) feed.add(EVENT);
    feed.clear();
    feed.add(EVENT);
    await listener.readAll();
    expect(listener.text).toContain('event: cleared');
    expect(listener.text).not.toContain('dropped');
    expect(listener.sequences.at(-1)).toBe(21);
  });
});
