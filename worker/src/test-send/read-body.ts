import type { IncomingMessage } from 'node:http';
import type { Problem } from './problem.ts';

export type BodyResult =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: Problem };

/** Reads a JSON body of limited size. A stream that breaks off rejects. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  const type = request.headers['content-type'] ?? '';
  // Any other type a page of a foreign origin could send without asking first.
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    return refuse(
      415,
      `The body must be JSON: found the content type "${type}". Send "Content-Type: application/json".`,
    );
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left open, so that the refusal can still be answered.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      return refuse(413, `The body is too large: found more than ${maxBytes} bytes. Send fewer sample variables.`);
    }
    chunks.push(chunk);
  }
  try {
    return { ok: true, json: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return refuse(400, `The body is not JSON: ${reason}. Send a test send request as JSON text.`);
  }
}

function refuse(status: Problem['status'], message: string): BodyResult {
  return { ok: false, problem: { status, message } };
}
