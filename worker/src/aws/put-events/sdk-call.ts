import { PutEventsCommand, type EventBridgeClient, type PutEventsCommandOutput } from '@aws-sdk/client-eventbridge';
import { HttpResponse } from '@smithy/core/protocols';
import { IncomingMessage } from 'node:http';
import type { PutEventsEntry, PutEventsResult } from '@eventbridge-kit/eventbridge';
import type { PutEvents } from '../../batch/index.ts';
import { toPairs, type HeaderPairs } from '../../network/http-call.ts';
import { ForeignAnswer, TOO_LARGE_STATUS } from './answer-errors.ts';

/** Calls through the SDK's own client, whatever it does. Rejects with the SDK's errors, not classified. */
export function createSdkCall(client: EventBridgeClient, endpointId?: string): PutEvents {
  return async (entries, { abort }) => {
    const command = new PutEventsCommand({
      Entries: entries.map(toSdkEntry),
      ...(endpointId !== undefined && { EndpointId: endpointId }),
    });
    let headers: HeaderPairs = [];
    // The SDK makes all names lower case; only Node's own message still has them as they were sent.
    command.middlewareStack.add(
      (next) => async (args) => {
        const handled = await next(args);
        const { response } = handled;
        if (HttpResponse.isInstance(response) && response.body instanceof IncomingMessage) {
          headers = toPairs(response.body.rawHeaders);
        }
        return handled;
      },
      // Low: nearest to the network, before the deserializer lets go of the body.
      { step: 'deserialize', priority: 'low', name: 'collectRawHeaders' },
    );
    let output: PutEventsCommandOutput;
    try {
      output = await client.send(command, { abortSignal: abort.signal });
    } catch (error) {
      throw foreignAnswer(error, headers) ?? error;
    }
    // A body of nothing is an answer to the SDK.
    if (output.Entries === undefined) throw new ForeignAnswer(output.$metadata.httpStatusCode ?? 0, headers);
    return toResult(output, headers);
  };
}

/** Names that the SDK gives to what has none. */
const NAMELESS: ReadonlySet<string> = new Set(['SyntaxError', 'Unknown', 'UnknownError']);

/** An answer that the SDK could not read, such as a page in place of JSON. */
function foreignAnswer(error: unknown, headers: HeaderPairs): ForeignAnswer | undefined {
  if (!(error instanceof Error) || !NAMELESS.has(error.name)) return undefined;
  const metadata: unknown = Reflect.get(error, '$metadata');
  const { httpStatusCode, requestId } = typeof metadata === 'object' ? ({ ...metadata } as SdkMetadata) : {};
  const isOfAws = httpStatusCode === TOO_LARGE_STATUS || (requestId !== undefined && error.name !== 'SyntaxError');
  return isOfAws ? undefined : new ForeignAnswer(httpStatusCode ?? 0, headers);
}

type SdkMetadata = Partial<PutEventsCommandOutput['$metadata']>;

type SdkEntry = NonNullable<PutEventsCommand['input']['Entries']>[number];

function toSdkEntry({ Time, Resources, ...rest }: PutEventsEntry): SdkEntry {
  return {
    ...rest,
    ...(Time !== undefined && { Time: new Date(Time) }),
    ...(Resources !== undefined && { Resources: [...Resources] }),
  };
}

function toResult(output: PutEventsCommandOutput, headers: HeaderPairs): PutEventsResult {
  return {
    requestId: output.$metadata.requestId ?? '',
    httpStatusCode: output.$metadata.httpStatusCode ?? 0,
    headers,
    failedEntryCount: output.FailedEntryCount ?? 0,
    entries: (output.Entries ?? []).map(({ EventId, ErrorCode, ErrorMessage }) => ({
      ...(EventId !== undefined && { eventId: EventId }),
      ...(ErrorCode !== undefined && { errorCode: ErrorCode }),
      ...(ErrorMessage !== undefined && { errorMessage: ErrorMessage }),
    })),
  };
}
