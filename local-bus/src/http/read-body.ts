import type { IncomingMessage } from 'node:http';

/** Furthest a body that is too long is read to its end, in bytes; a client that still sends is cut off. */
const MAX_DISCARDED_BYTES = 268_435_456;

/**
 * The whole body, or undefined when it is longer than `maxBytes`. The rest of a longer one is read and forgotten: a
 * client that is still sending would see a broken connection instead of the answer.
 */
export async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Without an encoding set, a request yields buffers.
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_DISCARDED_BYTES) return undefined;
    if (bytes > maxBytes) chunks.length = 0;
    else chunks.push(chunk);
  }
  return bytes > maxBytes ? undefined : Buffer.concat(chunks);
}
