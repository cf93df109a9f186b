import { EVENTS, START_AGAIN } from '../contract.ts';
import {
  readServiceState,
  type ClientProps,
  type ModelerWindow,
  type ReactElement,
  type SharedReact,
} from './modeler-window.ts';
import { KitSettings } from './settings.ts';
import { LABEL, TAB_ID, type BottomPanel } from './test-send/bottom-panel.ts';
import type { Connection } from './test-send/connection.ts';

/** Between Modeler's *Problems* (10) and its *Output*. */
const TAB_PRIORITY = 5;

export interface ExtensionParts {
  readonly window: ModelerWindow;
  readonly react: SharedReact;
  readonly panel: BottomPanel;
  readonly connection: Connection;
  /** Hears each test send that was made, as one line. */
  readonly journal: Journal;
  /** What this Modeler lacks, as a sentence each. */
  readonly missing: readonly string[];
}

/** Lines about test sends; whoever listens prints them. */
export interface Journal {
  listener: ((line: string, isProblem: boolean) => void) | undefined;
}

/** The plugin's part among Modeler's own React components: its tab, its settings, what the main process tells. */
export function createExtension(parts: ExtensionParts): (props: ClientProps) => ReactElement | null {
  const { react, panel, connection } = parts;
  const { Fill } = parts.window.components ?? {};

  function Place(): ReactElement {
    const place = react.useRef<HTMLElement | null>(null);
    react.useEffect(() => (place.current ? panel.mount(place.current) : undefined), []);
    return react.createElement('div', { className: 'ebk-place', ref: place });
  }

  return function EventBridgeKit(props: ClientProps): ReactElement | null {
    react.useEffect(() => start(parts, props), []);
    if (Fill === undefined) return null;
    const tab = { slot: 'bottom-panel', id: TAB_ID, label: LABEL, priority: TAB_PRIORITY };
    return react.createElement(Fill, tab, react.createElement(Place, null));
  };

  function start({ window, journal, missing }: ExtensionParts, props: ClientProps): () => void {
    const { subscribe, triggerAction, settings, log, displayNotification } = props;
    if (Fill !== undefined) panel.connect(triggerAction);
    const kit = settings && new KitSettings(settings, (chosen) => connection.choose(chosen));
    if (kit) connection.choose(kit.service);
    journal.listener = (line, isProblem) => {
      if (isProblem || kit?.isLogged === true) log?.({ category: isProblem ? 'warning' : 'info', message: line });
    };
    const copies = window.eventBridgeKit?.copies ?? 1;
    const twice =
      copies > 1
        ? [
            `It is installed ${copies} times, and one copy is in use. Remove the others from the plugins folders and restart Modeler.`,
          ]
        : [];
    const unset = settings
      ? []
      : [
          'This Modeler has no settings for plugins, so test sends go to a local event bus alone. Update Camunda Modeler.',
        ];
    const warnings = [...twice, ...missing, ...unset];
    if (warnings.length > 0) {
      displayNotification?.({ type: 'warning', title: 'EventBridge Kit', content: warnings.join(' '), duration: 0 });
      for (const message of warnings) log?.({ category: 'warning', message: `EventBridge Kit: ${message}` });
    }
    let isStopped = false;
    const subscriptions = [
      subscribe(EVENTS.service, (payload) => {
        const state = readServiceState(payload);
        if (!state) return;
        connection.note(state);
        // The state is told again and again: its end once.
        if (state.status === 'stopped' && !isStopped) {
          const content = `The test-send service has ended: ${state.reason}. Problems are told all the same. ${START_AGAIN}`;
          displayNotification?.({ type: 'error', title: 'EventBridge Kit', content, duration: 0 });
          log?.({ category: 'error', message: `EventBridge Kit: ${content}` });
        }
        isStopped = state.status === 'stopped';
      }),
      subscribe(EVENTS.openTestSend, () => {
        void triggerAction('open-panel', { tab: TAB_ID });
        panel.openSelected();
      }),
    ];
    return () => {
      for (const subscription of subscriptions) subscription.cancel();
    };
  }
}
