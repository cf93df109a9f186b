import { ProxyError } from '../network/proxy-error.ts';
import { reasonOf } from '../network/reason.ts';
import { CamundaError, unreachable } from './camunda-error.ts';

/** A connection that failed, by the network's error. */
export function fromNetworkError(code: string, error: unknown): CamundaError {
  return error instanceof ProxyError ? fromProxyError(error) : unreachable(code, reasonOf(error));
}

/** A way through a proxy that was not opened. */
export function fromProxyError({ message, remedy }: ProxyError): CamundaError {
  return new CamundaError('unavailable', 'PROXY', message, remedy);
}
