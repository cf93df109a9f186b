/** The same with the jobs of one turn of the event loop in calls of ten. */
import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';
import { startSdkWorker } from './sdk-worker.ts';

interface Waiting {
  readonly entry: PutEventsRequestEntry;
  readonly resolve: (eventId: string | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

const MAX_ENTRIES = 10;

const client = new EventBridgeClient();
let waiting: Waiting[] = [];

startSdkWorker(
  (entry) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ entry, resolve, reject });
    }),
);

function flush(): void {
  const all = waiting;
  waiting = [];
  for (let at = 0; at < all.length; at += MAX_ENTRIES) void sendTogether(all.slice(at, at + MAX_ENTRIES));
}

async function sendTogether(batch: readonly Waiting[]): Promise<void> {
  try {
    const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: batch.map(({ entry }) => entry) }));
    batch.forEach(({ resolve }, index) => resolve(Entries[index]?.EventId));
  } catch (error) {
    for (const { reject } of batch) reject(error);
  }
}
