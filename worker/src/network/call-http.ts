import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Agents } from './agents.ts';
import type { TlsSettings } from './tls.ts';

/** How long a call may take. */
export interface Wait {
  /** Longest wait for the whole answer, in milliseconds. */
  readonly timeoutMs: number;
  /** Ends the wait for an answer; one that has begun is read to its end. */
  readonly signal?: AbortSignal | undefined;
}

export interface HttpCall extends Wait {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Where calls go out, and what they trust. */
export interface Connection {
  readonly agents: Agents;
  readonly tls: TlsSettings;
}

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/**
 * One call over a kept-alive connection, with the answer as text. Node's own `fetch` knows neither agents nor proxies,
 * and costs twice as much. Redirects are not followed. Rejects with the network's error.
 */
export function callHttp(call: HttpCall, connection: Connection): Promise<HttpAnswer> {
  const { agents, tls } = connection;
  return new Promise((resolve, reject) => {
    const url = new URL(call.url);
    const secure = url.protocol === 'https:';
    const { method, headers, body, signal } = call;
    const length = body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const options = { method, headers: { ...headers, ...length } };
    const request: ClientRequest = secure
      ? httpsRequest(url, { ...options, agent: agents.https, ...certificates(tls) })
      : httpRequest(url, { ...options, agent: agents.http });
    let isAnswering = false;
    const timer = setTimeout(
      () => request.destroy(Object.assign(new Error(`no answer within ${call.timeoutMs} ms`), { code: 'ETIMEDOUT' })),
      call.timeoutMs,
    );
    const abort = (): void => {
      if (!isAnswering) request.destroy(new Error('the wait was ended'));
    };
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      end();
    };
    signal?.addEventListener('abort', abort);
    request.on('error', (error) =>
      settle(() => {
        // The server closed an idle connection in the moment in which it was used again.
        // https://nodejs.org/api/http.html#requestreusedsocket
        const isStale = request.reusedSocket && !isAnswering && 'code' in error && error.code === 'ECONNRESET';
        if (isStale) resolve(callHttp(call, connection));
        else reject(error);
      }),
    );
    request.on('response', (response) => {
      isAnswering = true;
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => settle(() => reject(error)));
      response.on('end', () =>
        settle(() =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        ),
      );
    });
    request.end(body);
    if (signal?.aborted === true) abort();
  });
}

function certificates({ rootCerts, privateKey, certChain }: TlsSettings) {
  return {
    ...(rootCerts !== undefined && { ca: rootCerts }),
    ...(privateKey !== undefined && { key: privateKey }),
    ...(certChain !== undefined && { cert: certChain }),
  };
}
