import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';

export interface ProxyOptions {
  /** `user:password` without which the proxy refuses; absent: everybody may. */
  readonly credentials?: string;
  /** Status and reason with which everybody is refused; absent: nobody is. */
  readonly refusal?: string;
  /** Where a tunnel leads instead of where it was asked to lead. */
  readonly leadsTo?: (target: string) => string;
}

/** A proxy on this machine that makes tunnels, and writes down for whom. */
export class ConnectProxy {
  /** Host and port of each tunnel that was asked for. */
  readonly targets: string[] = [];
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;

  constructor({ credentials, refusal, leadsTo = (target) => target }: ProxyOptions = {}) {
    this.#server = createServer((_request, response) => response.writeHead(405).end());
    this.#server.on('connect', (request, socket: Socket) => {
      this.#keep(socket);
      const expected = credentials === undefined ? undefined : `Basic ${btoa(credentials)}`;
      const isStranger = expected !== undefined && request.headers['proxy-authorization'] !== expected;
      const status = refusal ?? (isStranger ? '407 Proxy Authentication Required' : undefined);
      if (status !== undefined) {
        socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const target = request.url ?? '';
      this.targets.push(target);
      const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(leadsTo(target)) ?? [];
      const onward = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        onward.pipe(socket).pipe(onward);
      });
      this.#keep(onward);
    });
  }

  /** Gives the address. */
  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // a TCP server has one
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      for (const socket of this.#sockets) socket.destroy();
    });
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
