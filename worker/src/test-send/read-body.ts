import type { IncomingMessage } from 'node:http';
import type { Problem } from './problem.ts';

export type BodyResult =
  { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly problem: Problem };

/** Deepest nesting of lists and objects. */
const MAX_DEPTH = 500;

/** Reads a JSON body of limited size and depth. A stream that breaks off rejects. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<BodyResult> {
  const type = request.headers['content-type'] ?? '';
  // Any other type a page of a foreign origin could send without asking first.
  if (!/^application\/json\s*(?:;|$)/i.test(type)) {
    return refuse(
      415,
      `The body must be JSON: found the content type "${type}". Send "Content-Type: application/json".`,
    );
  }
  const tooLarge = (): BodyResult =>
    refuse(413, `The body is too large: found more than ${maxBytes} bytes. Send fewer sample variables.`);
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return tooLarge();
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Left open, so that the refusal can still be answered.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) return tooLarge();
    chunks.push(chunk);
  }
  const text = Buffer.concat(chunks).toString('utf8');
  if (isTooDeep(text)) {
    return refuse(400, `The body is nested more than ${MAX_DEPTH} levels deep. Send flatter sample variables.`);
  }
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable';
    return refuse(400, `The body is not JSON: ${reason}. Send a test send request as JSON text.`);
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

function refuse(status: Problem['status'], message: string): BodyResult {
  return { ok: false, problem: { status, message } };
}
