import { createClient, sendOne } from '../sdk.ts';
import type { Variant } from '../variant.ts';

/** The shape of the official connector. In its favour the client is closed after use. */
export const clientPerEvent: Variant = {
  summary: 'a new SDK client for each event',
  maxEventsPerSend: 1,
  open: (endpoint) =>
    Promise.resolve(async () => {
      const client = createClient(endpoint);
      await sendOne(client);
      client.destroy();
    }),
};
