import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import type { PutEvents, PutEventsConnection } from '../../batch/index.ts';
import type { Agents } from '../../network/agents.ts';
import { systemClock, type Clock } from '../../runtime/clock.ts';
import { classifyFailure } from './classify-failure.ts';
import { canCallDirectly, createDirectCall } from './direct-call.ts';
import { learnRequestPlan } from './request-plan.ts';
import { createSdkCall } from './sdk-call.ts';
import type { SigningKeys } from './sign-request.ts';

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
  /** Longest wait for the whole answer, in milliseconds, default 10,000. */
  readonly answerTimeoutMs?: number;
  readonly clock?: Clock;
}

/**
 * The calls of one client. The first one learns from the SDK where and how to send; then each goes directly where it
 * can, and through the SDK's client where it cannot: global endpoints and endpoints with a path of their own.
 * The reason is in docs/decisions/put-events-path.md. Each call is one try; it rejects with a `CallFailure`.
 */
export function createPutEventsCall(options: PutEventsCallOptions): PutEventsConnection {
  const { client, endpointId, agents, clock = systemClock } = options;
  const settings = {
    agents,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    answerTimeoutMs: options.answerTimeoutMs ?? 10_000,
    clock,
  };
  const identity = new IdentityCache(client);
  let chosen: PutEvents | undefined;
  let preparing: Promise<PutEvents> | undefined;

  const chooseCall = async (): Promise<PutEvents> => {
    const plan = await learnRequestPlan(client, endpointId);
    if (!canCallDirectly(plan)) return createSdkCall(client, endpointId);
    return createDirectCall(plan, () => identity.keys, settings);
  };
  const prepareNow = async (): Promise<PutEvents> => {
    try {
      chosen ??= await chooseCall();
      await identity.update();
      return chosen;
    } finally {
      preparing = undefined;
    }
  };
  /** How to call, at once where it is known. */
  const open = (): PutEvents | Promise<PutEvents> =>
    chosen !== undefined && identity.isGood(clock.nowMs()) ? chosen : (preparing ??= prepareNow());

  return {
    prepare: () => {
      const opened = open();
      return typeof opened === 'function' ? undefined : opened.catch(rethrowClassified);
    },
    putEvents: async (entries, call) => {
      try {
        const opened = open();
        const putEvents = typeof opened === 'function' ? opened : await opened;
        return await putEvents(entries, call);
      } catch (error) {
        throw classifyFailure(error, call.abort.aborted);
      }
    },
    refreshCredentials: () => identity.update(true).catch(rethrowClassified),
  };
}

function rethrowClassified(error: unknown): never {
  throw classifyFailure(error, false);
}

/** So long before their end the SDK gets new credentials, in milliseconds. */
// https://github.com/smithy-lang/smithy-typescript/blob/main/packages/core/src/util-identity-and-auth/memoizeIdentityProvider.ts
const REFRESH_BEFORE_MS = 300_000;

/** The client's credentials at hand, without a wait while they are good: the client itself answers with a promise. */
class IdentityCache {
  readonly #client: EventBridgeClient;
  #keys: SigningKeys | undefined;
  #goodUntilMs = -Infinity;

  constructor(client: EventBridgeClient) {
    this.#client = client;
  }

  /** Throws where none were ever got. */
  get keys(): SigningKeys {
    if (this.#keys === undefined) throw new Error('No credentials were got before.');
    return this.#keys;
  }

  isGood(nowMs: number): boolean {
    return nowMs < this.#goodUntilMs;
  }

  /** Asks the client, which has its own cache; `forceRefresh` goes past it. Rejects as the provider does. */
  async update(forceRefresh = false): Promise<void> {
    const identity = await this.#client.config.credentials({ forceRefresh });
    this.#keys = identity;
    this.#goodUntilMs =
      identity.expiration === undefined ? Infinity : identity.expiration.getTime() - REFRESH_BEFORE_MS;
  }
}
