import { createServer, type IncomingMessage, type Server, type ServerOptions, type ServerResponse } from 'node:http';

/** How long the parts of a request may take, in milliseconds: a client that sends slowly is answered with 408 and cut off. */
const SLOW_SENDER: ServerOptions = { headersTimeout: 20_000, requestTimeout: 60_000 };

/** Serves one request. What it throws goes to `onError`, which by default ends the connection. */
export type Serve = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;

/** A server, not yet listening, whose slow senders are cut off. */
export function createHttpServer(
  serve: Serve,
  onError: (response: ServerResponse, error: unknown) => void = (response) => response.destroy(),
  options: ServerOptions = {},
): Server {
  return createServer({ ...SLOW_SENDER, ...options }, (request, response) => {
    void (async () => {
      try {
        await serve(request, response);
      } catch (error) {
        onError(response, error);
      }
    })();
  });
}

/** Path and query of a request; a target that is no path (an address, `*`) is taken for one that does not exist. */
export function targetOf({ url = '' }: Pick<IncomingMessage, 'url'>): URL {
  const target = `http://localhost${url.startsWith('/') ? url : `/not-a-path/${encodeURIComponent(url)}`}`;
  return URL.canParse(target) ? new URL(target) : new URL('http://localhost/not-a-path');
}
