import {
  EventBridgeClient,
  PutEventsCommand,
  type EventBridgeClientConfig,
  type PutEventsRequestEntry,
} from '@aws-sdk/client-eventbridge';
import { event } from './event.ts';

/** A client as every variant makes it; what the SDK does by default stays as it is. */
export function createClient(endpoint: string, settings: EventBridgeClientConfig = {}): EventBridgeClient {
  return new EventBridgeClient({
    region: 'eu-central-1',
    endpoint,
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'bench-secret' },
    ...settings,
  });
}

/** The event as the SDK wants it. */
export const sdkEvent: PutEventsRequestEntry = {
  EventBusName: event.EventBusName,
  Source: event.Source,
  DetailType: event.DetailType,
  Detail: event.Detail,
};

/** One event in one call, the way the SDK's documentation shows. */
export async function sendOne(client: EventBridgeClient): Promise<void> {
  const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: [sdkEvent] }));
  if (FailedEntryCount !== 0) throw new Error('The event was not accepted.');
}
