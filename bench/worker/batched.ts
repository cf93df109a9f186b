import { createBatcher, type PutEventsConnection } from '../../worker/src/batch/index.ts';
import { event } from './event.ts';
import type { Send } from './variant.ts';

/** Far enough for every round. */
const DEADLINE_MS = 60_000;

/** Sends each event through a batcher with its default settings. */
export function throughBatcher(connection: PutEventsConnection): Send {
  const batcher = createBatcher();
  return async () => {
    const put = await batcher.put(connection, event, { deadlineMs: Date.now() + DEADLINE_MS });
    if (put.kind === 'answered' && put.result.entries[put.index]?.eventId !== undefined) return;
    throw new Error('The event was not accepted.', { cause: put.kind === 'failed' ? put.failure : put.kind });
  };
}
