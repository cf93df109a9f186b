import { permanentError, type ConnectorError } from '@eventbridge-kit/connector';
import {
  outOfTimeError,
  type AbortLike,
  type SendIdentity,
  type SendResult,
  type SendTarget,
} from '@eventbridge-kit/event-job';
import { createBatcher, type BatcherOptions, type EntryResult } from '../batch/index.ts';
import { systemClock, type Clock } from '../runtime/clock.ts';
import { firstOf } from '../runtime/first-of.ts';
import { silentLog, type Log } from '../runtime/log.ts';
import { createConnections, type ConnectionOptions } from './connections.ts';
import { toConnectorError, type Hide } from './errors.ts';
import { createEventBusCheck, missingBusError, unknownBusNote, type BusState } from './event-bus-check.ts';
import type { EventSender } from './sender.ts';

/** What a look-up hangs on. */
interface Asking {
  readonly signal: AbortLike | undefined;
  readonly hide: Hide | undefined;
}

export interface AwsSenderOptions
  extends ConnectionOptions, Pick<BatcherOptions, 'maxAttempts' | 'maxQueuedBytes' | 'onCall' | 'onRetry' | 'random'> {
  /** True: an event for a bus that is not there is a failure, not a loss; default false. */
  readonly checkEventBus?: boolean | undefined;
  readonly clock?: Clock;
  /** A pino logger or the like, default none. */
  readonly log?: Log | undefined;
}

/**
 * Sends to Amazon EventBridge. Entries of one identity share calls when they come together; a single one is sent at
 * once. What EventBridge or the network may do better next time is tried again, entry by entry, within each one's time.
 */
export function createAwsSender(options: AwsSenderOptions = {}): EventSender {
  const { clock = systemClock, log = silentLog, checkEventBus = false } = options;
  const connections = createConnections(options, clock);
  // The margin is in the moment that each send brings along.
  const batcher = createBatcher({ ...options, clock, marginMs: 0 });
  const check = createEventBusCheck({
    describe: (identity, name) => connections.describeEventBus(identity, name),
    nowMs: () => clock.nowMs(),
    log,
  });
  /** Whom a message names: a task that names no endpoint calls the operator's. */
  const calledAt = (identity: SendIdentity): SendIdentity =>
    identity.endpoint === undefined && options.endpoint !== undefined
      ? { ...identity, endpoint: options.endpoint }
      : identity;
  const stateOf = async (name: string, identity: SendIdentity, { signal, hide }: Asking): Promise<BusState> => {
    const state = check.stateOf(identity, name, hide);
    return firstOf<BusState>(state, signal === undefined ? [] : [{ signal, value: () => 'unknown' }]);
  };
  return {
    send: async (entry, identity, { signal, sendUntilMs = never, hide } = {}) => {
      const target = { eventBusName: entry.EventBusName, identity: calledAt(identity) };
      try {
        const bus = checkEventBus ? await stateOf(target.eventBusName, identity, { signal, hide }) : 'exists';
        if (bus === 'missing') return { ok: false, error: missingBusError(target.eventBusName, identity.region) };
        const connection = await connections.get(identity);
        const sent = toSendResult(
          await batcher.put(connection, entry, { deadlineMs: sendUntilMs, ...(signal && { signal }) }),
          target,
          hide,
        );
        if (!sent.ok || bus === 'exists') return sent;
        return { ...sent, notes: [unknownBusNote(target.eventBusName, identity.region)] };
      } catch (error) {
        return { ok: false, error: toConnectorError(error, target, hide) };
      }
    },
    pressure: batcher.pressure,
    get waiting() {
      return { entries: batcher.waitingEntries, bytes: batcher.waitingBytes };
    },
    close: () => connections.close(),
  };
}

function never(): number {
  return Infinity;
}

/**
 * How a put ended, in the words of a job.
 *
 * @param hide what must not be told of AWS's words
 */
function toSendResult(result: EntryResult, target: SendTarget, hide?: Hide): SendResult {
  switch (result.kind) {
    case 'answered':
      return { ok: true, result: result.result, index: result.index };
    case 'failed': {
      const { kind, cause } = result.failure;
      const isUnsent = kind === 'tooLarge' && result.calls === 0;
      return { ok: false, error: isUnsent ? neverSent(cause) : toConnectorError(cause, target, hide) };
    }
    case 'deadline':
    case 'aborted':
      return { ok: false, error: outOfTimeError(result.calls > 0) };
    default:
      return result satisfies never;
  }
}

function neverSent(cause: unknown): ConnectorError {
  const found = cause instanceof Error ? ` ${cause.message}` : '';
  const message = `The event is too large to be sent.${found} Send less in input.detail, for example a reference.`;
  return permanentError('RequestTooLarge', message, 'RequestTooLarge');
}
