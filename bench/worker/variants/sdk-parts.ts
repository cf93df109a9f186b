import {
  PutEvents$,
  PutEventsCommand,
  type EventBridgeClient,
  type PutEventsCommandOutput,
} from '@aws-sdk/client-eventbridge';
import { getEndpointFromInstructions, toEndpointV1 } from '@smithy/core/endpoints';
import { HttpRequest, type HttpResponse } from '@smithy/core/protocols';
import { operation } from '@smithy/core/schema';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import type { PutEvents } from '../../../worker/src/batch/index.ts';
import { createAgents } from '../agents.ts';
import { throughBatcher } from '../batched.ts';
import { createClient } from '../sdk.ts';
import type { Variant } from '../variant.ts';

/** The SDK's serializer, signer and HTTP handler, called in turn without its middleware. */
export const sdkParts: Variant = {
  summary: "the same batches through the SDK's parts",
  maxEventsPerSend: 1,
  open: async (endpoint) => {
    const { http, https } = createAgents();
    const requestHandler = new NodeHttpHandler({ httpAgent: http, httpsAgent: https });
    const client = createClient(endpoint, { maxAttempts: 1, requestHandler });
    return throughBatcher({ putEvents: await throughParts(client, requestHandler) });
  },
};

/** The part of the SDK's protocol that is used here; its own type is bound to its middleware. */
interface Protocol {
  serializeRequest(operation: OperationSchema, input: object, context: object): Promise<HttpRequest>;
  deserializeResponse(
    operation: OperationSchema,
    context: object,
    answer: HttpResponse,
  ): Promise<PutEventsCommandOutput>;
}

type OperationSchema = ReturnType<typeof operation>;

async function throughParts({ config }: EventBridgeClient, handler: NodeHttpHandler): Promise<PutEvents> {
  const [, namespace, name, traits, input, output] = PutEvents$;
  const putEvents = operation(namespace, name, traits, input, output);
  const protocol = config.protocol as unknown as Protocol; // an instance: the client made one of the class
  const endpoint = await getEndpointFromInstructions({ Entries: [] }, PutEventsCommand, { ...config });
  const signer = await config.signer();
  const context = { ...config, endpoint: () => Promise.resolve(toEndpointV1(endpoint)) };
  return async (entries, { abort }) => {
    const request = await protocol.serializeRequest(putEvents, { Entries: entries }, context);
    request.headers['host'] = endpoint.url.host;
    request.headers['content-length'] = String((request.body as Uint8Array).byteLength); // the serializer writes bytes
    const signed = await signer.sign(request, { signingDate: new Date() });
    if (!HttpRequest.isInstance(signed)) throw new TypeError('The signer made something else of the request.');
    const { response } = await handler.handle(signed, { abortSignal: abort.signal });
    const answer = await protocol.deserializeResponse(putEvents, context, response);
    return {
      requestId: answer.$metadata.requestId ?? '',
      httpStatusCode: answer.$metadata.httpStatusCode ?? 0,
      headers: [],
      failedEntryCount: answer.FailedEntryCount ?? 0,
      entries: (answer.Entries ?? []).map(({ EventId }) => ({ ...(EventId !== undefined && { eventId: EventId }) })),
    };
  };
}
