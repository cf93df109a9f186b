/** What Desktop Modeler puts on `window` for plugins and hands to them, as far as this plugin uses it. */
import type { ServiceState } from '../contract.ts';

/** React's elements and components are opaque here: Modeler's own React makes and renders them. */
export type ReactElement = object;

export interface SharedReact {
  createElement(type: unknown, props: object | null, ...children: readonly (ReactElement | null)[]): ReactElement;
  useEffect(effect: () => (() => void) | undefined, dependencies: readonly unknown[]): void;
  useRef<T>(initial: T): { current: T };
}

/** One registration: https://github.com/camunda/camunda-modeler-plugin-helpers */
export interface PluginRegistration {
  readonly type: string;
  readonly plugin: unknown;
}

export interface Subscription {
  cancel(): void;
}

interface SettingsProperty {
  readonly type: 'select' | 'text' | 'boolean';
  readonly label: string;
  readonly description?: string;
  readonly default: string | boolean;
  readonly options?: readonly { readonly label: string; readonly value: string }[];
  readonly condition?: object;
}

export interface HostSettings {
  register(group: {
    readonly id: string;
    readonly title: string;
    readonly properties: Readonly<Record<string, SettingsProperty>>;
  }): unknown;
  get(key: string): unknown;
  subscribe(key: string, callback: () => void): unknown;
}

/** What Modeler hands to a component under `client`; what older versions lack is optional. */
export interface ClientProps {
  readonly triggerAction: (action: string, options?: object) => unknown;
  readonly subscribe: (event: string, callback: (payload: unknown) => void) => Subscription;
  readonly log?: (entry: { readonly category: 'info' | 'warning' | 'error'; readonly message: string }) => void;
  readonly displayNotification?: (notification: {
    readonly type: 'info' | 'warning' | 'error';
    readonly title: string;
    readonly content?: string;
    /** Milliseconds; 0 keeps it until it is closed. */
    readonly duration?: number;
  }) => void;
  readonly settings?: HostSettings;
}

export interface ModelerWindow {
  plugins?: PluginRegistration[];
  readonly react?: SharedReact;
  readonly components?: { readonly Fill?: unknown };
  readonly vendor?: { readonly propertiesPanel?: { readonly preact?: object } };
  /** Set by the first copy of this plugin that runs, so that a second one leaves the window alone. */
  eventBridgeKit?: { copies: number };
}

/** The state of the service in an event's payload; nothing where it is something else. */
export function readServiceState(payload: unknown): ServiceState | undefined {
  if (typeof payload !== 'object' || payload === null || !('status' in payload)) return undefined;
  return payload as ServiceState; // sent by this plugin's own main-process part
}
