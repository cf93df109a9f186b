/** The worker that most would write: Camunda's SDK polls, and each job is one call of one shared AWS client. */
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { startSdkWorker } from './sdk-worker.ts';

const client = new EventBridgeClient();

startSdkWorker(async (entry) => {
  const { Entries = [] } = await client.send(new PutEventsCommand({ Entries: [entry] }));
  return Entries[0]?.EventId;
});
