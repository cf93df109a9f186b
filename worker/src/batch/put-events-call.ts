import type { PutEvents, PutEventsConnection } from './call.ts';
import type { PutEventsCallOptions } from './call-settings.ts';
import { classifyFailure } from './classify-failure.ts';
import { canCallDirectly, createDirectCall } from './direct-call.ts';
import { learnRequestPlan } from './request-plan.ts';
import { systemScheduler } from './scheduler.ts';
import { createSdkCall } from './sdk-call.ts';

/**
 * The calls of one client. The first one learns from the SDK where and how to send; then each goes directly where it
 * can, and through the SDK's client where it cannot: global endpoints and endpoints with a path of their own.
 * docs/decisions/put-events-path.md says why. Each call is one try; it rejects with a `CallFailure`.
 */
export function createPutEventsCall(options: PutEventsCallOptions): PutEventsConnection {
  const { client, endpointId, agents } = options;
  const settings = {
    agents,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    silenceTimeoutMs: options.silenceTimeoutMs ?? 10_000,
    scheduler: options.scheduler ?? systemScheduler,
  };
  let way: Promise<PutEvents> | undefined;

  const findWay = async (): Promise<PutEvents> => {
    try {
      const plan = await learnRequestPlan(client, endpointId);
      return canCallDirectly(plan) ? createDirectCall(client, plan, settings) : createSdkCall(client, endpointId);
    } catch (error) {
      // What stood in the way, such as missing credentials, may be gone at the next call.
      way = undefined;
      throw error;
    }
  };

  return {
    putEvents: async (entries, call) => {
      try {
        const putEvents = await (way ??= findWay());
        return await putEvents(entries, call);
      } catch (error) {
        throw classifyFailure(error, call.abort);
      }
    },
    refreshCredentials: () => client.config.credentials({ forceRefresh: true }),
  };
}
