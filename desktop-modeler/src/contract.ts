/** What the plugin's two parts agree on: the one in Modeler's main process, and the script in its window. */

/** Name under which Modeler lists the plugin; a second plugin of the name is refused by Modeler. */
export const PLUGIN_NAME = 'EventBridge Kit';

/** What to do when the service is gone or lacks a part: the same in every message. */
export const START_AGAIN = 'Choose Plugins > EventBridge Kit > Restart test send in the menu, or restart Modeler.';

/** Events of Modeler's window by which the main process speaks to it; there is no channel the other way. */
export const EVENTS = {
  /** Payload: `ServiceState`. Sent again and again: the window may have been opened since. */
  service: 'eventbridge-kit.service',
  /** No payload: opens test send for the selected task. */
  openTestSend: 'eventbridge-kit.open-test-send',
} as const;

/** The test-send service, as the main process knows it. */
export type ServiceState =
  | { readonly status: 'starting' }
  | {
      readonly status: 'running';
      /** For example `http://127.0.0.1:49152`. */
      readonly url: string;
      /** What every request carries as `Authorization: Bearer TOKEN`. */
      readonly token: string;
    }
  /** It ended, and is not started again by itself. */
  | { readonly status: 'stopped'; readonly reason: string };

/** Where test sends go. */
export const TARGETS = ['local', 'environment', 'profile'] as const;

export type Target = (typeof TARGETS)[number];

/** What a user chooses in Modeler's settings; `PUT /settings` carries it to the service. */
export interface ServiceSettings {
  readonly target: Target;
  /** Name of a profile of the AWS configuration files, for the target `profile`. */
  readonly profile: string;
  /** True: previews alone, nothing is sent. */
  readonly readOnly: boolean;
}

/** Until Modeler's settings say otherwise, nothing leaves the machine. */
export const DEFAULT_SETTINGS: ServiceSettings = { target: 'local', profile: '', readOnly: false };

/** What `PUT /settings` answers. */
export interface SettingsAnswer {
  /** One sentence: where events go now. */
  readonly notice: string;
  /** Why nothing can be sent with these settings, and what to choose instead; previews work all the same. */
  readonly problem?: string;
}

/** An event as it arrived on the local event bus. */
export interface ArrivedEvent {
  /** From 1 up. */
  readonly sequence: number;
  readonly status: 'accepted' | 'lost' | 'rejected';
  /** Why it was lost or rejected. */
  readonly why?: string;
  /** ISO time of arrival. */
  readonly receivedAt: string;
  readonly eventBusName: string;
  readonly source: string;
  readonly detailType: string;
  /** The detail's JSON text, cut where it is long. */
  readonly detailText: string;
}

/** What `GET /events` answers. */
export interface EventsAnswer {
  /** The newest first; absent where events do not go to the local event bus. */
  readonly events?: readonly ArrivedEvent[];
}

/** Paths of the service. */
export const PATHS = { testSend: '/test-send', settings: '/settings', events: '/events' } as const;
