import { NodeHttpHandler } from '@smithy/node-http-handler';
import { createSdkCall } from '../../../worker/src/aws/put-events/sdk-call.ts';
import { createAgents } from '../agents.ts';
import { throughBatcher } from '../batched.ts';
import { createClient } from '../sdk.ts';
import type { Variant } from '../variant.ts';

export const batchedSdk: Variant = {
  summary: "the same batches through the SDK's client",
  maxEventsPerSend: 1,
  open: (endpoint) => {
    const { http, https } = createAgents();
    const requestHandler = new NodeHttpHandler({ httpAgent: http, httpsAgent: https });
    const client = createClient(endpoint, { maxAttempts: 1, requestHandler });
    return Promise.resolve(throughBatcher({ putEvents: createSdkCall(client) }));
  },
};
