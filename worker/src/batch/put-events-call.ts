import type { PutEventsCallOptions } from './call-settings.ts';
import type { PutEvents, PutEventsConnection } from './call.ts';
import { classifyFailure } from './classify-failure.ts';
import { canCallDirectly, createDirectCall } from './direct-call.ts';
import { IdentityCache } from './identity-cache.ts';
import { learnRequestPlan } from './request-plan.ts';
import { systemScheduler } from './scheduler.ts';
import { createSdkCall } from './sdk-call.ts';

/**
 * The calls of one client. The first one learns from the SDK where and how to send; then each goes directly where it
 * can, and through the SDK's client where it cannot: global endpoints and endpoints with a path of their own.
 * docs/decisions/put-events-path.md says why. Each call is one try; it rejects with a `CallFailure`.
 */
export function createPutEventsCall(options: PutEventsCallOptions): PutEventsConnection {
  const { client, endpointId, agents, scheduler = systemScheduler } = options;
  const settings = {
    agents,
    connectTimeoutMs: options.connectTimeoutMs ?? 5_000,
    silenceTimeoutMs: options.silenceTimeoutMs ?? 10_000,
    scheduler,
  };
  const identity = new IdentityCache(client);
  let way: PutEvents | undefined;
  let preparing: Promise<PutEvents> | undefined;

  const findWay = async (): Promise<PutEvents> => {
    const plan = await learnRequestPlan(client, endpointId);
    if (!canCallDirectly(plan)) return createSdkCall(client, endpointId);
    return createDirectCall(plan, () => identity.keys, settings);
  };
  const prepareNow = async (): Promise<PutEvents> => {
    try {
      way ??= await findWay();
      await identity.update();
      return way;
    } finally {
      preparing = undefined;
    }
  };
  /** The way, at once where it is known. */
  const open = (): PutEvents | Promise<PutEvents> =>
    way !== undefined && identity.isGood(scheduler.nowMs()) ? way : (preparing ??= prepareNow());

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
