import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

export interface RawRequest {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RawReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** What came until the answer ended; of a feed, which has no end, nothing. */
  readonly text: string;
}

/** A request by Node's own client, on a connection of its own: a browser's `fetch` lets no test lie about `Host` and `Origin`. */
export function rawRequest(port: number, options: RawRequest = {}): Promise<RawReply> {
  const { method = 'GET', path = '/', headers = {}, body } = options;
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      let text = '';
      const reply = (): void => resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', reply);
      response.on('error', reject);
      if (response.headers['content-type']?.startsWith('text/event-stream') === true) {
        reply();
        request.destroy();
      }
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** How many other requests are answered while one waits, before it counts as waiting for ever. */
const MAX_ROUNDS = 300;

/**
 * What comes back for some bytes, and then nothing more is sent, until the server has ended its side. Undefined where it
 * has not, after it has answered many other requests: it waits for more.
 */
export async function talk(port: number, bytes: string): Promise<string | undefined> {
  const heard = { text: '', hasEnded: false };
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true }, () => socket.write(bytes));
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => (heard.text += text));
  for (const end of ['end', 'error']) socket.on(end, () => (heard.hasEnded = true));
  for (let round = 0; !heard.hasEnded && round < MAX_ROUNDS; round += 1) await rawRequest(port, { path: '/nothing' });
  socket.destroy();
  return heard.hasEnded ? heard.text : undefined;
}

/** Whether anything listens there. */
export function isReached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
