import { request as httpRequest, type Agent as HttpAgent, type IncomingMessage } from 'node:http';
import { request as httpsRequest, type Agent as HttpsAgent } from 'node:https';
import type { Scheduler } from './scheduler.ts';

export interface PostTarget {
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  readonly path: string;
}

export interface PostSettings {
  readonly agents: { readonly http: HttpAgent; readonly https: HttpsAgent };
  readonly connectTimeoutMs: number;
  readonly silenceTimeoutMs: number;
  readonly scheduler: Scheduler;
}

export interface PostAnswer {
  readonly status: number;
  /** Names and values in turn, as they were sent. */
  readonly rawHeaders: readonly string[];
  readonly body: string;
}

/** An answer to PutEvents is a few kilobytes; whatever sends more is not EventBridge. */
const MAX_ANSWER_BYTES = 4 * 1024 * 1024;

/** A wait that was too long; the name is the one by which the SDK knows that a retry may help. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
}

/** Posts over a kept-alive connection and reads the whole answer. Rejects with the network's error, or a `TimeoutError`. */
export function post(
  { protocol, hostname, port, path }: PostTarget,
  headers: Readonly<Record<string, string | number>>,
  body: string,
  abort: AbortSignal,
  { agents, connectTimeoutMs, silenceTimeoutMs, scheduler }: PostSettings,
): Promise<PostAnswer> {
  return new Promise((resolve, reject) => {
    const secure = protocol === 'https:';
    const request = secure ? httpsRequest : httpRequest;
    const sent = request(
      { agent: secure ? agents.https : agents.http, hostname, port, path, method: 'POST', headers },
      (response) => {
        readBody(response, fail, (text) => {
          end();
          resolve({ status: response.statusCode ?? 0, rawHeaders: response.rawHeaders, body: text });
        });
      },
    );
    const fail = (error: Error): void => {
      end();
      reject(error);
      sent.destroy();
    };
    const failAfter = (ms: number, what: string): (() => void) =>
      scheduler.after(ms, () => fail(new TimeoutError(`${what} within ${ms} ms`)));
    const giveUp = (): void => fail(new Error('The call was given up.'));
    const endSilence = failAfter(silenceTimeoutMs, 'No answer');
    let endConnecting = (): void => undefined;
    const end = (): void => {
      endSilence();
      endConnecting();
      abort.removeEventListener('abort', giveUp);
    };
    sent.on('error', fail);
    sent.on('socket', (socket) => {
      if (!socket.connecting) return;
      endConnecting = failAfter(connectTimeoutMs, 'No connection');
      socket.once(secure ? 'secureConnect' : 'connect', () => endConnecting());
    });
    abort.addEventListener('abort', giveUp);
    if (abort.aborted) giveUp();
    sent.end(body);
  });
}

function readBody(response: IncomingMessage, fail: (error: Error) => void, done: (text: string) => void): void {
  const chunks: Buffer[] = [];
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) fail(new RangeError(`The answer has more than ${MAX_ANSWER_BYTES} bytes.`));
  });
  response.on('end', () => {
    done((chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))?.toString('utf8') ?? '');
  });
  // A connection that ends in the middle of an answer.
  response.on('error', fail);
}
