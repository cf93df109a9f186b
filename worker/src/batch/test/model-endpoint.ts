import type { PutEventsEntry, PutEventsResult, PutEventsResultEntry } from '@eventbridge-kit/eventbridge';
import type { LightAbort } from '../../runtime/abort.ts';
import { CallFailure, type CallFailureKind, type PutEventsConnection } from '../call.ts';
import type { ModelClock } from './model-clock.ts';

/** What becomes of one call: a failure of all of it, or a code for each entry that fails. */
export interface Fate {
  readonly serviceMs?: number;
  readonly failure?: CallFailureKind;
  /** Error code of entry i; absent: accepted. */
  readonly codes?: readonly (string | undefined)[];
}

export interface ModelCall {
  readonly atMs: number;
  readonly entries: readonly PutEventsEntry[];
  /** Calls under way while this one starts, itself included. */
  readonly inFlight: number;
  readonly abort: LightAbort;
  result?: PutEventsResult;
}

/** EventBridge as far as a batcher sees it, with a fate for each call and a list of all calls. */
export function createModelEndpoint(clock: ModelClock, fate: (call: ModelCall) => Fate = () => ({})) {
  const calls: ModelCall[] = [];
  let inFlight = 0;
  const connection: PutEventsConnection = {
    putEvents: (entries, { abort }) => {
      inFlight += 1;
      const call: ModelCall = { atMs: clock.nowMs(), entries, inFlight, abort };
      const { serviceMs = 20, failure, codes = [] } = fate(call);
      calls.push(call);
      return new Promise((resolve, reject) => {
        const end = (how: () => void) => (): void => {
          inFlight -= 1;
          cancel();
          how();
        };
        const cancel = clock.after(
          serviceMs,
          end(() => {
            if (failure !== undefined) {
              reject(new CallFailure(failure, new Error(failure)));
              return;
            }
            call.result = toResult(entries, codes);
            resolve(call.result);
          }),
        );
        abort.addEventListener(
          'abort',
          end(() => reject(new CallFailure('aborted', new Error('given up')))),
        );
      });
    },
  };
  return { calls, connection };
}

function toResult(entries: readonly PutEventsEntry[], codes: readonly (string | undefined)[]): PutEventsResult {
  const answers = entries.map(({ Detail }, i): PutEventsResultEntry => {
    const code = codes[i];
    return code === undefined ? { eventId: `id of ${Detail}` } : { errorCode: code, errorMessage: code };
  });
  return {
    requestId: 'request',
    httpStatusCode: 200,
    headers: [],
    failedEntryCount: answers.filter(({ errorCode }) => errorCode !== undefined).length,
    entries: answers,
  };
}

/** An entry that its detail identifies. @param bytes about its size */
export function modelEntry(id: number, bytes = 0): PutEventsEntry {
  return { EventBusName: 'bus', Source: 's', DetailType: 't', Detail: JSON.stringify({ id, pad: 'x'.repeat(bytes) }) };
}

export function idOf({ Detail }: PutEventsEntry): number {
  return (JSON.parse(Detail) as { id: number }).id; // written above
}
