import type { PutEventsCommand } from '@aws-sdk/client-eventbridge';

/** Name and value of each header in the order and spelling in which it was sent. */
export type RawHeaders = readonly (readonly [name: string, value: string])[];

/** Lets a command keep the headers of its answer; the SDK itself gives none of them. */
export function collectHeaders(command: PutEventsCommand): () => RawHeaders {
  let headers: RawHeaders = [];
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      headers = readHeaders(result.response);
      return result;
    },
    // The lowest place in this step is next to the wire: nothing has consumed the answer yet.
    { step: 'deserialize', priority: 'low', name: 'collectHeaders' },
  );
  return () => headers;
}

/** The answer's body is Node's own message, which knows the headers as they were sent. */
function readHeaders(response: unknown): RawHeaders {
  const body: unknown = isObject(response) ? Reflect.get(response, 'body') : undefined;
  const raw: unknown = isObject(body) ? Reflect.get(body, 'rawHeaders') : undefined;
  if (!Array.isArray(raw)) return [];
  const texts = raw.map(String);
  return Array.from({ length: texts.length / 2 }, (_, pair) => [texts[2 * pair] ?? '', texts[2 * pair + 1] ?? '']);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
