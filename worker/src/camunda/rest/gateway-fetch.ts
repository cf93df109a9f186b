import { callRequest, toResponse, type Connection, type HttpAnswer, type Wait } from '../../network/call-http.ts';
import type { Authorization } from '../authorization.ts';
import { CamundaError } from '../camunda-error.ts';
import { fromNetworkError } from '../network-error.ts';
import type { Failures } from './failures.ts';
import { readActivation } from './read-activation.ts';

export interface GatewayFetchOptions extends Connection {
  readonly authorization: Authorization;
  readonly failures: Failures;
}

const ACTIVATION = /\/jobs\/activation$/;

/**
 * The client's way to the gateway: over kept-alive connections, authorized, with the answer read as text, since a number
 * above 2^53 would be rounded. It never rejects: what went wrong is an answer, and the client hands it on whole.
 */
export function createGatewayFetch(options: GatewayFetchOptions, wait: () => Wait): typeof fetch {
  const { authorization, failures } = options;
  return async (input, init) => {
    try {
      const request = new Request(input, init);
      const answer = await callRequest(request, options, wait(), await authorization.headers());
      if (answer.status === 401) authorization.refused();
      refuseForeign(answer);
      return answer.status === 200 && ACTIVATION.test(request.url) ? toActivationResponse(answer) : toResponse(answer);
    } catch (error) {
      return failures.toResponse(error instanceof CamundaError ? error : fromNetworkError('UNAVAILABLE', error));
    }
  };
}

/** The activated jobs; read here, because the client would read them with rounded numbers. */
function toActivationResponse(answer: HttpAnswer): Response {
  const value = readActivation(answer.text);
  return Object.assign(toResponse(answer), { json: () => Promise.resolve(value) });
}

/** Answers that no gateway gives, which the client would take for success or for its own. */
function refuseForeign({ status, headers }: HttpAnswer): void {
  const isJson = /\bjson\b/.test(headers['content-type'] ?? '');
  if (status >= 300 && status < 400) throw foreign(`a redirect (HTTP ${status})`);
  if (status === 200 && !isJson) throw foreign('an answer that is no JSON (HTTP 200)');
}

function foreign(what: string): CamundaError {
  return new CamundaError('rejected', 'NO_GATEWAY', `${what} is not what a Camunda gateway gives`);
}
