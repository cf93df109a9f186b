import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
// Registers the signer that the SDK asks for when a call names a global endpoint.
import '@aws-sdk/signature-v4a';
import { describe, expect, it, onTestFinished } from 'vitest';
import { errorOf, GOOD_ENTRY, startBus } from '../../../test/harness.ts';
import type { BusAddress } from '../../local-bus.ts';
import { DEFAULT_ACCESS_KEY, type AccessKey } from '../../options.ts';

/** Sends an event to a global endpoint, which the SDK signs for every region. */
async function putGlobally({ url }: BusAddress, key: AccessKey = DEFAULT_ACCESS_KEY): Promise<number | undefined> {
  const client = new EventBridgeClient({ endpoint: url, region: 'eu-central-1', credentials: key, maxAttempts: 1 });
  onTestFinished(() => client.destroy());
  return (await client.send(new PutEventsCommand({ EndpointId: 'abcde.veo', Entries: [GOOD_ENTRY] }))).FailedEntryCount;
}

describe('a call to a global endpoint', () => {
  it('is taken, wherever the bus is', async () => {
    for (const options of [{}, { region: 'sa-east-1' }]) {
      const { address, bus } = await startBus(options);
      expect(await putGlobally(address)).toBe(0);
      expect(bus.events()).toMatchObject([{ region: options.region ?? 'us-east-1' }]);
    }
  });

  it('is refused with a wrong secret key', async () => {
    const { address } = await startBus();
    const error = await errorOf(putGlobally(address, { ...DEFAULT_ACCESS_KEY, secretAccessKey: 'wrong' }));
    expect(error.name).toBe('InvalidSignatureException');
  });

  it('takes the session token of a key that has one', async () => {
    const key = { accessKeyId: 'TEMPORARY', secretAccessKey: 'secret', sessionToken: 'token' };
    const { address } = await startBus({ accessKeys: [key] });
    expect(await putGlobally(address, key)).toBe(0);
    expect((await errorOf(putGlobally(address, { ...key, sessionToken: 'other' }))).name).toBe(
      'UnrecognizedClientException',
    );
  });
});
