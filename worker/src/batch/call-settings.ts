import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { Agents } from '../network/agents.ts';
import type { Scheduler } from './scheduler.ts';

export interface PutEventsCallOptions {
  /**
   * Knows region, endpoint and credentials. Make it with `maxAttempts: 1`: the batcher retries, by each entry's deadline.
   * It keeps its credentials until shortly before they end, so keep one for each identity.
   */
  readonly client: EventBridgeClient;
  /** Global endpoint, for example `abcde.veo`; needs `@aws-sdk/signature-v4a` loaded. */
  readonly endpointId?: string;
  /** Pools of connections, with keep-alive; TLS settings and a proxy are theirs. */
  readonly agents: Agents;
  /** Longest wait for a connection, TLS included, in milliseconds, default 5,000. */
  readonly connectTimeoutMs?: number;
  /** Longest silence of a connection until the answer is there, in milliseconds, default 10,000. */
  readonly silenceTimeoutMs?: number;
  readonly scheduler?: Scheduler;
}
