import { ProxyDownError } from '../network/proxy.ts';
import { reasonOf } from '../network/reason.ts';
import { CamundaError, unreachable } from './camunda-error.ts';

/** Where the way through a proxy leads. */
export type Destination = 'the gateway' | 'the issuer';

/** Status by which a proxy asks for credentials. */
// https://www.rfc-editor.org/rfc/rfc9110#status.407
const CREDENTIALS_WANTED = 407;

const CREDENTIALS = 'Write http://USER:PASSWORD@HOST:PORT as HTTPS_PROXY, or name the host in NO_PROXY.';
const REFUSED = 'Allow the host and its port at the proxy, or name the host in NO_PROXY.';
const DOWN = 'Set HTTPS_PROXY to where the proxy is, or name the host in NO_PROXY.';

/** The proxy answered with a status of its own instead of opening the way. */
export function proxyRefusal(status: number, destination: Destination): CamundaError {
  const message = `the proxy refuses the way to ${destination} (HTTP ${status})`;
  return new CamundaError('unavailable', 'PROXY', message, status === CREDENTIALS_WANTED ? CREDENTIALS : REFUSED);
}

/** The proxy itself cannot be reached. */
export function proxyDown(proxy: string, reason: string): CamundaError {
  return new CamundaError('unavailable', 'PROXY', `the proxy ${proxy} does not answer: ${reason}`, DOWN);
}

/** A connection that failed, by the network's error. */
export function fromNetworkError(code: string, error: unknown): CamundaError {
  return error instanceof ProxyDownError ? proxyDown(error.proxy, error.reason) : unreachable(code, reasonOf(error));
}

/** True for the answer by which a proxy asks for credentials; no gateway and no issuer gives it. */
export function isProxyRefusal(status: number): boolean {
  return status === CREDENTIALS_WANTED;
}
