/** The only address that a server for this machine listens on. */
export const LOOPBACK_ADDRESS = '127.0.0.1';

// https://www.rfc-editor.org/rfc/rfc6761#section-6.3 and https://www.rfc-editor.org/rfc/rfc1122#section-3.2.1.3
const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/**
 * True for a name or an address of this machine, without a port. Names under `localhost` are among them: browsers keep
 * them on this machine, and nobody can register one.
 */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}
