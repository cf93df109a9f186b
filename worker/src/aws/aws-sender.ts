import { createBatcher, systemScheduler, type BatcherOptions, type Scheduler } from '../batch/index.ts';
import { createConnections, type ConnectionOptions } from './connections.ts';
import { toConnectorError } from './errors.ts';
import { toSendResult } from './send-result.ts';
import type { EventSender } from './sender.ts';

export interface AwsSenderOptions
  extends ConnectionOptions, Pick<BatcherOptions, 'maxAttempts' | 'maxQueuedBytes' | 'onCall' | 'onRetry' | 'random'> {
  readonly scheduler?: Scheduler;
}

/**
 * Sends to Amazon EventBridge. Entries of one identity share calls when they come together; a single one is sent at
 * once. What EventBridge or the network may do better next time is tried again, entry by entry, within each one's time.
 */
export function createAwsSender(options: AwsSenderOptions = {}): EventSender {
  const { scheduler = systemScheduler } = options;
  const connections = createConnections(options, scheduler);
  // The margin is in the moment that each send brings along.
  const batcher = createBatcher({ ...options, scheduler, marginMs: 0 });
  return {
    send: async (entry, identity, { signal, sendUntilMs = never } = {}) => {
      try {
        const connection = await connections.get(identity);
        return toSendResult(
          await batcher.put(connection, entry, { deadlineMs: sendUntilMs, ...(signal && { signal }) }),
        );
      } catch (error) {
        return { ok: false, error: toConnectorError(error) };
      }
    },
    pressure: batcher.pressure,
    get waiting() {
      return { entries: batcher.waitingEntries, bytes: batcher.waitingBytes };
    },
    close: () => connections.close(),
  };
}

const never = (): number => Infinity;
