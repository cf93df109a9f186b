import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface IssuerAnswer {
  readonly status: number;
  readonly body: string;
}

/** An OAuth issuer on this machine. It gives another token each time, or what a test tells it to. */
export class Issuer {
  /** What each request asked for. */
  readonly requests: URLSearchParams[] = [];
  expiresInSeconds = 3_600;
  /** Answers instead of a token. */
  answer: IssuerAnswer | undefined;
  readonly #server: Server;

  constructor(tls?: ServerOptions) {
    const listener = (request: IncomingMessage, response: ServerResponse): void => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        this.requests.push(new URLSearchParams(body));
        const { status, body: text } = this.answer ?? { status: 200, body: this.#token() };
        response.writeHead(status, { 'content-type': 'application/json' });
        response.end(text);
      });
    };
    this.#server = tls === undefined ? createServer(listener) : createSecureServer(tls, listener);
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const { port } = this.#server.address() as AddressInfo; // a TCP server has one
    return `${'setSecureContext' in this.#server ? 'https' : 'http'}://127.0.0.1:${port}/oauth/token`;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #token(): string {
    const token = `token-${this.requests.length}`;
    return JSON.stringify({ access_token: token, expires_in: this.expiresInSeconds, token_type: 'Bearer' });
  }
}
