import { request as httpRequest } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GOOD_ENTRY, put, rawRequest, startBus } from '../../test/harness.ts';
import type { BusAddress } from '../local-bus.ts';

interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: { readonly sequence?: number; readonly detailType?: string; readonly dropped?: number };
}

/** Reads server-sent events; `next` gives them one by one as they come. */
function listenTo(
  address: BusAddress,
  path: string,
  headers: Record<string, string> = {},
): { next(): Promise<Message>; opened: Promise<void> } {
  const waiting: ((message: Message) => void)[] = [];
  const read: Message[] = [];
  let opened: () => void = () => undefined;
  const request = httpRequest({ host: '127.0.0.1', port: address.port, path, headers }, (response) => {
    let text = '';
    response.setEncoding('utf8');
    response.on('data', (chunk: string) => {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) take(block);
      opened();
    });
    response.on('error', () => undefined);
  });
  const take = (block: string): void => {
    const field = (name: string): string => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1] ?? '';
    if (field('data') === '') return;
    const message = { id: field('id'), event: field('event'), data: JSON.parse(field('data')) as Message['data'] };
    const taker = waiting.shift();
    if (taker) taker(message);
    else read.push(message);
  };
  request.on('error', () => undefined);
  onTestFinished(() => void request.destroy());
  const whenOpened = new Promise<void>((resolve) => (opened = resolve));
  request.end();
  return {
    opened: whenOpened,
    next: () => {
      const message = read.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
  };
}

describe('GET /_events', () => {
  it('replays what it holds, then tells each event as it comes', async () => {
    const { address, client } = await startBus();
    await put(client, GOOD_ENTRY);
    const feed = listenTo(address, '/_events');
    expect((await feed.next()).data).toMatchObject({ sequence: 1, detailType: 'OrderPlaced' });
    await put(client, { ...GOOD_ENTRY, DetailType: 'Second' });
    expect((await feed.next()).data).toMatchObject({ sequence: 2, detailType: 'Second' });
  });

  it('goes on where a listener left, by Last-Event-ID', async () => {
    const { address, client } = await startBus();
    await put(client, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY);
    const { id } = await listenTo(address, '/_events').next();
    const feed = listenTo(address, '/_events', { 'last-event-id': id });
    expect((await feed.next()).data.sequence).toBe(2);
  });

  it('replays all to a listener of an earlier run', async () => {
    const { address, client } = await startBus();
    await put(client, GOOD_ENTRY);
    expect((await listenTo(address, '/_events', { 'last-event-id': 'earlier:500' }).next()).data.sequence).toBe(1);
  });

  it('replays nothing when asked', async () => {
    const { address, client } = await startBus();
    await put(client, GOOD_ENTRY);
    const feed = listenTo(address, '/_events?replay=none');
    await feed.opened;
    await put(client, GOOD_ENTRY);
    expect((await feed.next()).data.sequence).toBe(2);
  });

  it('says how many events it no longer holds, and when it was emptied', async () => {
    const { address, bus, client } = await startBus({ maxEvents: 2 });
    await put(client, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY, GOOD_ENTRY);
    const feed = listenTo(address, '/_events');
    expect(await feed.next()).toMatchObject({ event: 'dropped', data: { dropped: 3 } });
    expect((await feed.next()).data.sequence).toBe(4);
    expect((await feed.next()).data.sequence).toBe(5);
    bus.clear();
    expect((await feed.next()).event).toBe('cleared');
    const { body } = await rawRequest(address, '/_events.json');
    expect(JSON.parse(body)).toMatchObject({ dropped: 0, events: [] });
  });
});

describe('GET /_events.json', () => {
  it('lists events, narrowed by status and place', async () => {
    const { address, client } = await startBus();
    await put(client, GOOD_ENTRY, { ...GOOD_ENTRY, Source: 'aws.x' }, GOOD_ENTRY);
    const sequences = async (query: string): Promise<number[]> => {
      const { body } = await rawRequest(address, `/_events.json${query}`);
      return (JSON.parse(body) as { events: { sequence: number }[] }).events.map(({ sequence }) => sequence);
    };
    expect(await sequences('')).toEqual([1, 2, 3]);
    expect(await sequences('?status=accepted')).toEqual([1, 3]);
    expect(await sequences('?after=2')).toEqual([3]);
    expect(await sequences('?after=nonsense')).toEqual([1, 2, 3]);
  });
});

describe('what the feed holds', () => {
  it('is bounded in events and in bytes', async () => {
    const { bus, client } = await startBus({ maxEvents: 5, maxFeedBytes: 250 });
    await put(client, ...Array.from({ length: 8 }, () => GOOD_ENTRY));
    expect(bus.events().map(({ sequence }) => sequence)).toEqual([4, 5, 6, 7, 8]);
    await put(client, { ...GOOD_ENTRY, Detail: JSON.stringify({ t: 'x'.repeat(500) }) });
    expect(bus.events().map(({ sequence }) => sequence)).toEqual([9]);
  });

  it('can be listened to, until the listener leaves', async () => {
    const { bus, client } = await startBus();
    const seen: number[] = [];
    const stop = bus.subscribe(({ sequence }) => seen.push(sequence));
    await put(client, GOOD_ENTRY);
    stop();
    await put(client, GOOD_ENTRY);
    expect(seen).toEqual([1]);
  });
});

describe('who may read', () => {
  it('a page of this machine may, and is told so', async () => {
    const { address } = await startBus();
    const reply = await rawRequest(address, '/_events.json', {
      headers: { host: 'localhost:1', origin: 'http://localhost:5173' },
    });
    expect([reply.status, reply.headers['access-control-allow-origin']]).toEqual([200, 'http://localhost:5173']);
  });

  it('other methods and paths are refused', async () => {
    const { address } = await startBus();
    expect((await rawRequest(address, '/_events.json', { method: 'POST' })).status).toBe(405);
    expect((await rawRequest(address, '/_nothing')).status).toBe(404);
  });
});
