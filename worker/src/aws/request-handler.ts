import { NodeHttpHandler } from '@smithy/node-http-handler';
import { createAgents, type Agents } from '../network/agents.ts';

export interface RequestHandlerOptions {
  readonly connectTimeoutMs?: number;
  readonly requestTimeoutMs?: number;
  readonly agents?: Agents;
}

/** How the SDK's clients call AWS: over kept-alive connections, through the proxy of the environment where it names one. */
export function createRequestHandler(options: RequestHandlerOptions = {}): NodeHttpHandler {
  const { connectTimeoutMs = 5_000, requestTimeoutMs = 10_000, agents = createAgents({ maxSockets: 10 }) } = options;
  return new NodeHttpHandler({
    connectionTimeout: connectTimeoutMs,
    requestTimeout: requestTimeoutMs,
    // Without it a time-out is only warned about.
    throwOnRequestTimeout: true,
    httpAgent: agents.http,
    httpsAgent: agents.https,
  });
}
