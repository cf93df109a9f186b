/** What the plugin's two parts agree on: the one in Modeler's main process, and the script in its window. */

/** Name under which Modeler lists the plugin; a second plugin of the name is refused by Modeler. */
export const PLUGIN_NAME = 'EventBridge Kit';

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

/** Paths of the service. */
export const PATHS = { testSend: '/test-send', settings: '/settings' } as const;
