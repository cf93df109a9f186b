import type { Outcome } from '@eventbridge-kit/connector';
import type { JsonObject } from '@eventbridge-kit/issue';

/** What the page asks for: `POST /api/run`. */
export interface RunRequest {
  /** The diagram as it stands. */
  readonly xml: string;
  /** Id of the process to start. */
  readonly processId: string;
  /** Variables of the new instance. */
  readonly variables: JsonObject;
}

/** What happened to the instance; the answer to `POST /api/run` is one of these a line, as JSON, as they happen. */
export type RunEvent =
  | { readonly type: 'deployed'; readonly processId: string; readonly version: number }
  | { readonly type: 'started'; readonly instanceKey: string }
  /** An element was reached, left, or ended with its instance. */
  | {
      readonly type: 'element';
      readonly elementId: string;
      readonly state: 'active' | 'completed' | 'terminated';
    }
  /** A job of an EventBridge task ran; `eventId` where its event was accepted. */
  | {
      readonly type: 'job';
      readonly elementId: string;
      readonly outcome: Outcome;
      readonly eventId?: string;
    }
  | { readonly type: 'incident'; readonly elementId: string; readonly message: string }
  /** Nothing happens any more until somebody or something else acts; by the ids of the elements that wait. */
  | { readonly type: 'waiting'; readonly elementIds: readonly string[] }
  /** The instance has ended, with these variables; absent where the engine does not tell. */
  | { readonly type: 'ended'; readonly how: 'completed' | 'terminated'; readonly variables?: JsonObject }
  /** It could not be deployed or started, or nothing more can be told of it; the message says why and what to do. */
  | { readonly type: 'problem'; readonly message: string };
