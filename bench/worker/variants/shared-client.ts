import { createClient, sendOne } from '../sdk.ts';
import type { Variant } from '../variant.ts';

export const sharedClient: Variant = {
  summary: 'one SDK client, one event a call',
  maxEventsPerSend: 1,
  open: (endpoint) => {
    const client = createClient(endpoint);
    return Promise.resolve(() => sendOne(client));
  },
};
