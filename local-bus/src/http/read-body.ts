import type { IncomingMessage } from 'node:http';

/** What a client may still send after the answer that its body is too long, in bytes; then it is cut off. */
const MAX_DISCARDED_BYTES = 67_108_864;

/**
 * The whole body, or undefined as soon as it is known to be longer than `maxBytes`: by its declared length before any of
 * it is read, else by what came. The rest is forgotten as it comes, so that a client that is still sending sees the
 * answer instead of a broken connection. Rejects when the client leaves.
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    const tooLong = (): void => {
      chunks.length = 0;
      resolve(undefined);
    };
    if (Number(request.headers['content-length'] ?? 0) > maxBytes) tooLong();
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > maxBytes + MAX_DISCARDED_BYTES) request.destroy();
      else if (bytes > maxBytes) tooLong();
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(Buffer.concat(chunks)));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The client left in the middle of its request.')));
  });
}

/** Forgets the body of a request that was answered without it. */
export function discardBody(request: IncomingMessage): void {
  readBody(request, 0).catch(() => undefined);
}
