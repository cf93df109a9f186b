import type { ReceivedEvent } from 'eventbridge-local-bus';

/** What became of an event that did not arrive, in words, and what helps. */
export interface NotArrived {
  readonly text: string;
  /** The event bus that is missing: it can be created. */
  readonly missingBus?: string;
}

/**
 * Longest detail type that arrives, in characters: the bus loses an event for nothing else but this and a bus that is not
 * there. https://github.com/segmentio/action-destinations/pull/2828
 */
const MAX_DETAIL_TYPE_CHARS = 128;

/** Nothing for an event that arrived. */
export function notArrived(event: ReceivedEvent): NotArrived | undefined {
  const { status, errorCode = 'no code', reason = '', detailType, eventBusName } = event;
  switch (status) {
    case 'accepted':
      return undefined;
    case 'rejected':
      return { text: `Rejected: ${errorCode}. ${reason}`.trim() };
    case 'lost':
      return detailType.length > MAX_DETAIL_TYPE_CHARS
        ? {
            text: `Lost: the detail type has ${detailType.length} characters. AWS accepts such an event and drops it: write ${MAX_DETAIL_TYPE_CHARS} at most.`,
          }
        : {
            text: `Lost: there is no event bus “${eventBusName}”. AWS accepts such an event and drops it: create the bus, or name another one.`,
            missingBus: eventBusName,
          };
  }
}
