import type { IncomingMessage, ServerResponse } from 'node:http';
import { corsHeaders, sendJson } from '@eventbridge-kit/node-kit/http';
import type { Feed } from '../feed/feed.ts';
import type { EventStatus, ReceivedEvent } from '../feed/received-event.ts';

/** A listener is handed no more while this much of what it was given is unread. */
const MAX_UNREAD_BYTES = 65_536;

/** How long a listener waits before it connects again, in milliseconds. */
const RETRY_MS = 1000;

/** `GET /_events.json`: what the feed holds, `?status=` and `?after=` narrow it. */
export function listEvents(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  feed: Feed,
  run: string,
): void {
  const status = url.searchParams.get('status');
  const after = Number(url.searchParams.get('after') ?? 0) || 0;
  const events = feed.list(after).filter((event) => status === null || event.status === (status as EventStatus));
  sendJson(response, 200, { run, dropped: feed.droppedSince(after), events }, corsHeaders(request.headers));
}

/**
 * `GET /_events`: server-sent events. Those still held come first (with `Last-Event-ID` only the newer ones, with
 * `?replay=none` none), then each as it arrives. An id names the run of the bus too: after a restart all come again.
 *
 * The feed alone holds events: a listener is a place in it, and gets the next ones when it has read what it was given.
 * One that reads too slowly is told how many went in the meantime.
 */
export function streamEvents(
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  feed: Feed,
  run: string,
): void {
  response.writeHead(200, [
    ...['Content-Type', 'text/event-stream; charset=utf-8'],
    ...['Cache-Control', 'no-store'],
    ...corsHeaders(request.headers).flat(),
  ]);
  response.write(`retry: ${RETRY_MS}\n\n`);
  let after = url.searchParams.get('replay') === 'none' ? feed.last : lastSeen(request, url, run);
  let wasCleared = false;
  const tell = (): void => {
    while (response.writableLength < MAX_UNREAD_BYTES) {
      const dropped = feed.droppedSince(after);
      const next = feed.next(after);
      if (wasCleared) response.write('event: cleared\ndata: {}\n\n');
      wasCleared = false;
      if (dropped > 0) response.write(`event: dropped\ndata: ${JSON.stringify({ dropped })}\n\n`);
      after = next?.sequence ?? Math.max(after, feed.last);
      if (!next) return;
      response.write(message(run, next));
    }
  };
  const clear = (): void => {
    wasCleared = true;
    after = feed.last;
    tell();
  };
  tell();
  const stop = feed.listen({ received: tell, cleared: clear });
  response.on('drain', tell);
  response.on('close', stop);
  response.on('error', stop);
}

function lastSeen(request: IncomingMessage, url: URL, run: string): number {
  const id = request.headers['last-event-id'] ?? url.searchParams.get('lastEventId');
  const [seenRun, sequence] = (typeof id === 'string' ? id : '').split(':');
  return seenRun === run ? Number(sequence) || 0 : 0;
}

function message(run: string, event: ReceivedEvent): string {
  return `id: ${run}:${event.sequence}\ndata: ${JSON.stringify(event)}\n\n`;
}
