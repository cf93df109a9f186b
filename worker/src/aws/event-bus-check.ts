import { permanentError, type ConnectorError } from '@eventbridge-kit/connector';
import { issue, LruMap, type Issue } from '@eventbridge-kit/issue';
import type { Log } from '../runtime/log.ts';
import { accessRemedy, busText, isAccessDenied, type SendIdentity } from '@eventbridge-kit/event-job';
import { awsErrorFacts, type Hide } from './errors.ts';
import { identityKey } from './identity.ts';

/** Whether a bus exists; unknown where these credentials may not ask, or nobody answered. */
export type BusState = 'exists' | 'missing' | 'unknown';

export interface EventBusCheckOptions {
  /** Asks Amazon EventBridge for the bus; rejects as the SDK does. */
  readonly describe: (identity: SendIdentity, eventBusName: string) => Promise<unknown>;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Looks up event buses before events go to them: Amazon EventBridge accepts an event for a bus that is not there, and loses it. */
export interface EventBusCheck {
  /** Never rejects. Answers from memory where it can. `hide` keeps the secrets of a job out of the log. */
  stateOf(identity: SendIdentity, eventBusName: string, hide?: Hide): Promise<BusState>;
}

/** How long an answer counts, in milliseconds; a missing bus may be made at any moment, and then its jobs be tried again. */
const KEEP_MS: Readonly<Record<BusState, number>> = { exists: 300_000, missing: 15_000, unknown: 300_000 };

/** Buses kept in memory. */
const MAX_BUSES = 1_000;

const NOT_FOUND = 'ResourceNotFoundException';

interface CachedState {
  readonly answer: Promise<BusState>;
  /** Infinity while the answer is not there. */
  goodUntilMs: number;
}

export function createEventBusCheck({ describe, nowMs, log }: EventBusCheckOptions): EventBusCheck {
  const buses = new LruMap<string, CachedState>(MAX_BUSES);
  /** Buses whose look-up failed, so that each is logged once. */
  const logged = new Set<string>();

  const ask = async (identity: SendIdentity, eventBusName: string, key: string, hide: Hide): Promise<BusState> => {
    try {
      await describe(identity, eventBusName);
      return 'exists';
    } catch (error) {
      const { name, message } = awsErrorFacts(error, hide);
      if (name === NOT_FOUND) return 'missing';
      if (!logged.has(key) && logged.size < MAX_BUSES) {
        logged.add(key);
        const remedy = isAccessDenied(name)
          ? accessRemedy(name, message, { eventBusName, identity, action: 'events:DescribeEventBus' })
          : 'Events are sent all the same.';
        log.warn(
          { eventBusName: hide(eventBusName), region: hide(identity.region), error: name },
          `Whether the event bus exists cannot be looked up. ${hide(remedy)}`,
        );
      }
      return 'unknown';
    }
  };

  const lookUp = (identity: SendIdentity, eventBusName: string, key: string, hide: Hide): CachedState => {
    const known: CachedState = { answer: ask(identity, eventBusName, key, hide), goodUntilMs: Infinity };
    void known.answer.then((state) => {
      known.goodUntilMs = nowMs() + KEEP_MS[state];
    });
    return known;
  };

  return {
    stateOf: (identity, eventBusName, hide = (text) => text) => {
      const key = `${identityKey(identity)} ${eventBusName}`;
      const before = buses.get(key);
      const known =
        before !== undefined && nowMs() < before.goodUntilMs ? before : lookUp(identity, eventBusName, key, hide);
      if (known !== before) buses.set(key, known);
      return known.answer;
    },
  };
}

/** What is said beside the answer to an event whose bus was not looked up: accepted does not mean that it has a bus. */
export function unknownBusNote(eventBusName: string, region: string): Issue {
  return issue({
    rule: 'event-bus-unknown',
    severity: 'warning',
    field: 'input.eventBusName',
    wrong: 'Whether the event bus exists was not looked up, since these credentials may not, or nobody answered',
    found: busText(eventBusName, region),
    instead:
      'Allow events:DescribeEventBus on it, or make sure that it is there: Amazon EventBridge accepts an event for a bus that is not there, and loses it',
  });
}

/** Why an event is not sent to a bus that is not there. */
export function missingBusError(eventBusName: string, region: string): ConnectorError {
  const message =
    `input.eventBusName: The event bus does not exist: found ${busText(eventBusName, region)}. Amazon EventBridge ` +
    'would accept the event and lose it. Correct the name or the region, or create the bus.';
  return permanentError(NOT_FOUND, message, NOT_FOUND);
}
