import { EventBridgeClient, PutEventsCommand, type PutEventsRequestEntry } from '@aws-sdk/client-eventbridge';

/** Sends one entry; gives its event id, or undefined where it was not accepted. */
export type SendEntry = (entry: PutEventsRequestEntry) => Promise<string | undefined>;

interface Waiting {
  readonly entry: PutEventsRequestEntry;
  readonly resolve: (eventId: string | undefined) => void;
  readonly reject: (reason: unknown) => void;
}

// https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEvents.html (Entries: at most 10 items)
const MAX_ENTRIES = 10;

/** One shared client of the AWS SDK; the entries of one turn of the event loop go in calls of ten. */
export function batchedSender(): SendEntry {
  const client = new EventBridgeClient();
  let waiting: Waiting[] = [];

  const sendTogether = async (batch: readonly Waiting[]): Promise<void> => {
    try {
      const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: batch.map(({ entry }) => entry) }));
      batch.forEach(({ resolve }, index) => resolve(Entries[index]?.EventId));
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };
  const flush = (): void => {
    const all = waiting;
    waiting = [];
    for (let at = 0; at < all.length; at += MAX_ENTRIES) void sendTogether(all.slice(at, at + MAX_ENTRIES));
  };
  return (entry) =>
    new Promise((resolve, reject) => {
      if (waiting.length === 0) setImmediate(flush);
      waiting.push({ entry, resolve, reject });
    });
}
