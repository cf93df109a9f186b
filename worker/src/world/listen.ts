import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Ports tried one after the other before giving up. */
const MAX_TRIES = 20;

/**
 * Starts a server on the port, or on the next free one. Gives the port. Rejects when none of the next 20 is free, or
 * when the host is not this machine's.
 *
 * @param port 0: any free one
 */
export async function listenNear(server: Server, port: number, host: string): Promise<number> {
  for (let next = port; ; next += 1) {
    try {
      return await listenAt(server, next, host);
    } catch (error) {
      if (!isInUse(error) || next >= port + MAX_TRIES - 1 || next >= 65_535) throw error;
    }
  }
}

/** Starts a server on exactly this port; rejects when it is in use. */
export function listenAt(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A TCP server has an address object; a text would be a pipe's.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

export function isInUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
