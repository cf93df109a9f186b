import type { Server } from 'node:http';

/** The only address the bus listens on. */
export const LOOPBACK_ADDRESS = '127.0.0.1';

/** Ports tried after one that is in use. */
const MAX_TRIES = 50;

const HIGHEST_PORT = 65_535;

/** Listens on the port, or on the next free one when it is in use; returns the port. 0 takes any free one. */
export async function listen(server: Server, port: number): Promise<number> {
  for (let candidate = port; ; candidate++) {
    try {
      return await listenOn(server, candidate);
    } catch (error) {
      const inUse =
        error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (!inUse || port === 0 || candidate - port >= MAX_TRIES || candidate >= HIGHEST_PORT) throw error;
    }
  }
}

function listenOn(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error): void => {
      server.off('listening', listening);
      reject(error);
    };
    const listening = (): void => {
      server.off('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    };
    server.once('error', failed);
    server.once('listening', listening);
    server.listen(port, LOOPBACK_ADDRESS);
  });
}
