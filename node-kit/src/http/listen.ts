import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LOOPBACK_ADDRESS } from './loopback.ts';

/** Ports tried one after the other before giving up. */
const MAX_TRIES = 50;

const HIGHEST_PORT = 65_535;

/**
 * Starts a server on the port of this machine, or on the next free one, and gives it. Rejects where none of 50 is free.
 *
 * @param port 0: any free one
 */
export async function listenNear(server: Server, port: number): Promise<number> {
  const last = Math.min(port + MAX_TRIES - 1, HIGHEST_PORT);
  for (let next = port; next <= last; next += 1) {
    try {
      return await listenAt(server, next);
    } catch (error) {
      if (port === 0 || !isTaken(error)) throw error;
    }
  }
  throw new Error(`No port is free: found all from ${port} to ${last} in use. Choose another one`);
}

/** Starts a server on exactly this port, 0 for any free one, and gives it. Rejects with the system's error. */
export function listenAt(server: Server, port: number, host = LOOPBACK_ADDRESS): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // A TCP server has an address object; a text would be a pipe's.
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Ends the server and every connection, those of hanging calls and of readers of a stream too. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** In use, or kept back by the system. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
}
