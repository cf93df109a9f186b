import { PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { HttpRequest } from '@smithy/core/protocols';
import { Agent, request } from 'node:http';
import { createClient, sdkEvent } from '../sdk.ts';
import type { Variant } from '../variant.ts';

/** What no client can beat that speaks HTTP through Node: posts of bodies that were signed before, answers unread. */
export const floor: Variant = {
  summary: 'the floor: keep-alive posts of pre-signed bodies',
  maxEventsPerSend: 10,
  open: async (endpoint) => {
    const agent = new Agent({ keepAlive: true });
    const signed = new Map<number, Signed>();
    for (const events of [1, 10]) signed.set(events, await presign(endpoint, events));
    return (events) => {
      const call = signed.get(events);
      if (call === undefined) throw new RangeError(`No body of ${events} events was signed.`);
      return post(agent, call);
    };
  },
};

interface Signed {
  readonly request: HttpRequest;
  readonly body: string;
}

/** What the SDK would send, taken from it after it signed. */
async function presign(endpoint: string, events: number): Promise<Signed> {
  let signed: HttpRequest | undefined;
  const client = createClient(endpoint, {
    requestHandler: {
      handle: (sent: HttpRequest) => {
        signed = sent;
        return Promise.reject(new Error('Nothing is sent.'));
      },
    },
    maxAttempts: 1,
  });
  const entries = Array.from({ length: events }, () => sdkEvent);
  await client.send(new PutEventsCommand({ Entries: entries })).catch(() => undefined);
  if (signed === undefined) throw new Error('The AWS SDK prepared no HTTP request.');
  const { buffer, byteOffset, byteLength } = signed.body as Uint8Array; // the SDK writes bytes
  return { request: signed, body: Buffer.from(buffer, byteOffset, byteLength).toString('utf8') };
}

function post(agent: Agent, { request: { hostname, port, path, headers }, body }: Signed): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request({ agent, hostname, port, path, method: 'POST', headers }, (response) => {
      response.on('end', resolve);
      response.on('error', reject);
      response.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
