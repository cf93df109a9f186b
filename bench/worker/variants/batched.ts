import { createPutEventsCall } from '../../../worker/src/aws/put-events/put-events-call.ts';
import { createAgents } from '../agents.ts';
import { throughBatcher } from '../batched.ts';
import { createClient } from '../sdk.ts';
import type { Variant } from '../variant.ts';

export const batched: Variant = {
  summary: 'ours: batches, one cached client, direct calls',
  maxEventsPerSend: 1,
  open: (endpoint) => {
    const client = createClient(endpoint, { maxAttempts: 1 });
    return Promise.resolve(throughBatcher(createPutEventsCall({ client, agents: createAgents() })));
  },
};
