import type { AbortLike } from '@eventbridge-kit/event-job';
import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { systemClock, type Clock } from '../runtime/clock.ts';
import type { Agents } from './agents.ts';
import type { TlsSettings } from './tls.ts';

/** Pools of kept-alive connections, and what those over TLS trust. */
export interface Connection {
  readonly agents: Agents;
  readonly tls: TlsSettings;
}

/** How long a call may take. */
export interface Wait {
  /** Longest wait for the whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends the wait for an answer; one that has begun is read to its end. */
  readonly signal?: AbortSignal | undefined;
}

export interface UrlCall extends Wait {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where a request goes: the parts of an address, read once for many calls. */
export interface HttpTarget {
  /** `http:` or `https:`. */
  readonly protocol: string;
  readonly hostname: string;
  readonly port: number | undefined;
  /** With the query. */
  readonly path: string;
}

export interface HttpCall {
  readonly method: string;
  readonly target: HttpTarget;
  /** Names and values in turn, complete: Node writes them as they are, which saves it a third of its work. */
  readonly headers: readonly string[];
  readonly body: string;
  /** Gives the call up; an answer that has begun is read to its end. */
  readonly abort: AbortLike | undefined;
}

export interface HttpSettings extends Connection {
  /** Longest wait for a connection, TLS included, in milliseconds. */
  readonly connectTimeoutMs: number;
  /** Longest wait for the whole answer, in milliseconds. */
  readonly answerTimeoutMs: number;
  /** A longer answer fails the call. */
  readonly maxAnswerBytes: number;
  readonly clock: Clock;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: HeaderPairs;
  readonly body: string;
}

/** Name and value of each header, in the order and spelling in which they were sent. */
export type HeaderPairs = readonly (readonly [name: string, value: string])[];

/** @param raw names and values in turn, as Node gives them */
export function toPairs(raw: readonly string[]): HeaderPairs {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i] ?? '', raw[i + 1] ?? '']);
  return pairs;
}

/** The first value of a header. @param name in lower case */
export function firstValue(pairs: HeaderPairs, name: string): string | undefined {
  return pairs.find(([key]) => key.length === name.length && key.toLowerCase() === name)?.[1];
}

/** A wait that was too long; the name is the one by which the AWS SDK knows that a retry may help. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  readonly code = 'ETIMEDOUT';
}

/** Camunda and its issuer answer a command well within this. */
const URL_CALL_LIMITS = { connectTimeoutMs: 10_000, maxAnswerBytes: Infinity, clock: systemClock };

/**
 * One call of an address, with the answer as text. Redirects are not followed. Rejects with the network's error, or a
 * `TimeoutError`.
 */
export async function callUrl(call: UrlCall, connection: Connection): Promise<HttpAnswer> {
  const { method, body, timeoutMs, signal } = call;
  const url = new URL(call.url);
  const { protocol, hostname, port, pathname, search } = url;
  const target = { protocol, hostname, port: port === '' ? undefined : Number(port), path: pathname + search };
  const headers = ['host', url.host, ...Object.entries(call.headers).flat()];
  if (body !== '') headers.push('content-length', String(Buffer.byteLength(body)));
  const settings = { ...connection, ...URL_CALL_LIMITS, answerTimeoutMs: timeoutMs };
  for (;;) {
    try {
      return await callHttp({ method, target, headers, body, abort: signal }, settings);
    } catch (error) {
      if (!(error instanceof StaleConnectionError)) throw error;
    }
  }
}

/** The server closed an idle connection in the moment in which it was used again. */
// https://nodejs.org/api/http.html#requestreusedsocket
class StaleConnectionError extends Error {
  readonly code = 'ECONNRESET';
}

/**
 * One call over a kept-alive connection. Node's own `fetch` knows neither agents nor proxies, and costs twice as much.
 * Rejects with the network's error, or a `TimeoutError`.
 */
export function callHttp(call: HttpCall, settings: HttpSettings): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    new Exchange(settings, call.abort, resolve, reject).start(call);
  });
}

/** One request and its answer. A class, since one is made for every call: closures would cost more. */
class Exchange {
  readonly #settings: HttpSettings;
  readonly #abort: AbortLike | undefined;
  readonly #resolve: (answer: HttpAnswer) => void;
  readonly #reject: (error: Error) => void;
  #request: ClientRequest | undefined;
  #endWait: (() => void) | undefined;
  #endConnecting: (() => void) | undefined;
  #isAnswering = false;
  #bytes = 0;

  constructor(
    settings: HttpSettings,
    abort: AbortLike | undefined,
    resolve: (answer: HttpAnswer) => void,
    reject: (error: Error) => void,
  ) {
    this.#settings = settings;
    this.#abort = abort;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  start({ method, target, headers, body }: HttpCall): void {
    const { agents, tls, connectTimeoutMs, answerTimeoutMs } = this.#settings;
    const { protocol, port, path } = target;
    const secure = protocol === 'https:';
    // An IPv6 address has brackets in a URL, and none in Node's options.
    const hostname = target.hostname.startsWith('[') ? target.hostname.slice(1, -1) : target.hostname;
    const options = { hostname, port, path, method, headers };
    const request = secure
      ? httpsRequest({ ...options, ca: tls.rootCerts, key: tls.privateKey, cert: tls.certChain, agent: agents.https })
      : httpRequest({ ...options, agent: agents.http });
    this.#request = request;
    request.on('response', (response) => this.#read(response));
    request.on('error', (error) => this.#fail(this.#isStale(error) ? new StaleConnectionError(error.message) : error));
    request.on('socket', (socket) => {
      if (!socket.connecting) return;
      this.#endConnecting = this.#failAfter(connectTimeoutMs, 'no connection');
      socket.once(secure ? 'secureConnect' : 'connect', () => this.#endConnecting?.());
    });
    this.#endWait = this.#failAfter(answerTimeoutMs, 'no answer');
    if (this.#abort?.aborted === true) this.#giveUp();
    this.#abort?.addEventListener('abort', this.#giveUp);
    request.end(body);
  }

  #read(response: IncomingMessage): void {
    this.#isAnswering = true;
    let first: Buffer | undefined;
    const more: Buffer[] = [];
    const { maxAnswerBytes } = this.#settings;
    response.on('data', (chunk: Buffer) => {
      this.#bytes += chunk.length;
      if (this.#bytes > maxAnswerBytes) {
        this.#fail(new RangeError(`The answer has more than ${maxAnswerBytes} bytes.`));
      }
      if (first === undefined) first = chunk;
      else more.push(chunk);
    });
    response.on('end', () => {
      this.#end();
      const bytes = first === undefined || more.length === 0 ? first : Buffer.concat([first, ...more]);
      const body = bytes?.toString('utf8') ?? '';
      this.#resolve({ status: response.statusCode ?? 0, headers: toPairs(response.rawHeaders), body });
    });
    // A connection that ends in the middle of an answer.
    response.on('error', (error) => this.#fail(error));
  }

  #isStale(error: Error): boolean {
    return this.#request?.reusedSocket === true && !this.#isAnswering && 'code' in error && error.code === 'ECONNRESET';
  }

  #failAfter(ms: number, what: string): () => void {
    return this.#settings.clock.after(ms, () => this.#fail(new TimeoutError(`${what} within ${ms} ms`)));
  }

  /** A field, as the listener that it is. */
  readonly #giveUp = (): void => {
    if (!this.#isAnswering) this.#fail(new Error('The call was given up.'));
  };

  #fail(error: Error): void {
    this.#end();
    this.#reject(error);
    this.#request?.destroy();
  }

  #end(): void {
    this.#endWait?.();
    this.#endConnecting?.();
    this.#abort?.removeEventListener('abort', this.#giveUp);
  }
}
