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

/** What a request's JSON body holds, or why it is not read. */
export type JsonBody =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly message: string };

/** Deepest nesting of lists and objects. */
const MAX_DEPTH = 500;

/** What to send instead of a body that is too large or too deep. */
export interface JsonBodyRules {
  readonly maxBytes: number;
  /** What to send less of, a plural, for example `sample variables`. */
  readonly content: string;
}

/** Reads a JSON body of limited size and depth. Rejects when the client leaves. */
export async function readJsonBody(request: IncomingMessage, { maxBytes, content }: JsonBodyRules): Promise<JsonBody> {
  const type = request.headers['content-type'] ?? '';
  // Any other type a page of a foreign origin could send without asking first.
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    return refuse(
      415,
      `The body must be JSON: found the content type "${type}". Send "Content-Type: application/json".`,
    );
  }
  const body = await readBody(request, maxBytes);
  if (body === undefined)
    return refuse(413, `The body is too large: found more than ${maxBytes} bytes. Send fewer ${content}.`);
  const text = body.toString('utf8');
  if (isTooDeep(text))
    return refuse(400, `The body is nested more than ${MAX_DEPTH} levels deep. Send flatter ${content}.`);
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return refuse(400, `The body is not JSON: ${reason}. Send a request as JSON text.`);
  }
}

function isTooDeep(json: string): boolean {
  let depth = 0;
  let isText = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (isText) {
      if (sign === '\\') at += 1;
      else if (sign === '"') isText = false;
    } else if (sign === '"') isText = true;
    else if (sign === '[' || sign === '{') depth += 1;
    else if (sign === ']' || sign === '}') depth -= 1;
    if (depth > MAX_DEPTH) return true;
  }
  return false;
}

function refuse(status: 400 | 413 | 415, message: string): JsonBody {
  return { ok: false, status, message };
}
