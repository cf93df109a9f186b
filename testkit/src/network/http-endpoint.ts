import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status?: number;
  readonly headers?: readonly string[];
  readonly body?: string;
  /** What happens instead of an answer. */
  readonly fault?: 'reset' | 'silence' | 'half';
}

/** An HTTP server on this machine that gives the replies in turn, the last one again and again. */
export async function startHttpEndpoint(
  replies: readonly Reply[],
  tls?: { readonly key: string; readonly cert: string },
) {
  const seen: SeenRequest[] = [];
  const heard: (() => void)[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      seen.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      const { status = 200, headers = [], body = '', fault } = replies[Math.min(seen.length, replies.length) - 1] ?? {};
      heard.shift()?.();
      if (fault === 'silence') return;
      if (fault === 'reset') {
        request.socket.destroy();
        return;
      }
      // A test that cares about the time sends it.
      response.sendDate = false;
      response.writeHead(status, ['Content-Length', String(Buffer.byteLength(body)), ...headers]);
      if (fault === 'half') {
        response.write(body.slice(0, body.length / 2), () => request.socket.destroy());
        return;
      }
      response.end(body);
    });
  };
  const server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // a TCP server has one
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`,
    seen,
    /** Resolves with the next request. */
    nextRequest: () => new Promise<void>((resolve) => heard.push(resolve)),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
