/**
 * A stand-in for the window of Camunda Desktop Modeler 5.50: it shares the same libraries, loads plugins the same way, lints
 * with the same packages and draws the same list of problems. Nothing in it knows of EventBridge.
 */
import '@camunda/linting/assets/linting.css';
import 'camunda-bpmn-js/dist/assets/camunda-cloud-modeler.css';
import './style.css';
import * as propertiesPanel from '@bpmn-io/properties-panel';
import * as preact from '@bpmn-io/properties-panel/preact';
import * as preactCompat from '@bpmn-io/properties-panel/preact/compat';
import * as preactHooks from '@bpmn-io/properties-panel/preact/hooks';
import * as preactJsxRuntime from '@bpmn-io/properties-panel/preact/jsx-runtime';
import { Linter } from '@camunda/linting';
import lintingModule from '@camunda/linting/modeler';
import type { BpmnJsModule } from 'bpmn-js-eventbridge';
import { CloudElementTemplatesLinterPlugin } from 'bpmn-js-element-templates';
import CamundaModeler from 'camunda-bpmn-js/lib/camunda-cloud/Modeler';
import * as react from 'react';
import { createRoot } from 'react-dom/client';
import { App, Fill, type AppState } from './app.ts';
import { measure } from './measure.ts';
import { HostSettings } from './settings.ts';
import { Store } from './store.ts';
import type { Report, StandInHost, StandInModeler } from './types.ts';

/** As Modeler waits after a change: client/src/app/tabs/LintingHelper.js */
const LINTING_DEBOUNCE_MS = 300;

const { plugins: appPlugins, templates, without = [] } = window.standIn;
const shared: Record<string, unknown> = {
  react,
  components: { Fill },
  vendor: {
    propertiesPanel: {
      common: propertiesPanel,
      preact: { root: preact, compat: preactCompat, hooks: preactHooks, jsxRuntime: preactJsxRuntime },
    },
  },
};
for (const [name, value] of Object.entries(shared)) {
  if (!without.some((lacking) => lacking === name)) Object.assign(window, { [name]: value });
}

interface Registration {
  readonly type: string;
  readonly plugin: object;
}

function clientPlugins(type: string): object[] {
  return ((window as unknown as { readonly plugins?: readonly Registration[] }).plugins ?? []) // Modeler's own global
    .filter((registration) => registration.type === type)
    .map(({ plugin }) => plugin);
}

function load(tag: 'link' | 'script', properties: object): Promise<void> {
  return new Promise((resolve) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => resolve());
    document.head.append(element);
  });
}

// client/src/remote/Plugins.js
loadPlugins();

function loadPlugins(): void {
  const styles = appPlugins.flatMap(({ style }) =>
    style === undefined ? [] : [load('link', { href: style, rel: 'stylesheet' })],
  );
  void Promise.all(styles)
    .then(() =>
      Promise.all(
        appPlugins.flatMap(({ script }) =>
          script === undefined ? [] : [load('script', { src: script, type: 'text/javascript', async: false })],
        ),
      ),
    )
    .then(start);
}

function start(): void {
  const state = new Store<AppState>({ panel: { isOpen: true, tab: 'linting' }, reports: [] });
  const settings = new HostSettings();
  const listeners = new Map<string, Set<(payload: unknown) => void>>();
  const notifications: string[] = [];
  const log: string[] = [];
  const linterWith = (plugins: readonly object[]): Linter =>
    new Linter({
      modeler: 'desktop',
      type: 'cloud',
      plugins: [...plugins, CloudElementTemplatesLinterPlugin(templates)],
    });
  const linter = linterWith(clientPlugins('lintRules.cloud-bpmn'));
  let modeler: StandInModeler | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];

  function openModeler(): StandInModeler {
    if (modeler) return modeler;
    const made = new CamundaModeler({
      additionalModules: [
        lintingModule,
        ...(clientPlugins('bpmn.cloud.modeler.additionalModules') as BpmnJsModule[]), // what the type is for
      ],
      linting: { active: true },
    }) as unknown as StandInModeler; // the host has no types
    made.attachTo(element('canvas'));
    made.get('propertiesPanel').attachTo(element('properties'));
    made.get('elementTemplatesLoader').setTemplates(templates);
    for (const event of ['import.done', 'commandStack.changed']) made.get('eventBus').on(event, 500, schedule);
    modeler = made;
    return made;
  }

  function schedule(): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      void lint().then(() => {
        timer = undefined;
        for (const resolve of waiting) resolve();
        waiting = [];
      });
    }, LINTING_DEBOUNCE_MS);
  }

  async function lint(): Promise<void> {
    if (!modeler) return;
    const reports = (await linter.lint(modeler.getDefinitions())) as readonly Report[]; // untyped host
    state.set({ ...state.read(), reports });
    modeler.get('linting').setErrors(reports);
  }

  function triggerAction(action: string, options: { readonly tab?: string } = {}): unknown {
    switch (action) {
      case 'open-panel':
        state.set({ ...state.read(), panel: { isOpen: true, tab: options.tab ?? '' } });
        return;
      case 'close-panel':
        state.set({ ...state.read(), panel: { isOpen: false, tab: '' } });
        return;
      case 'showLintError':
        modeler?.get('linting').showError(options as Report); // a row hands its report over
        return;
      default:
        return modeler?.get('editorActions').trigger(action, options);
    }
  }

  const pluginProps = {
    triggerAction,
    subscribe: (event: string, callback: (payload: unknown) => void) => {
      const of = listeners.get(event) ?? new Set();
      listeners.set(event, of.add(callback));
      return { cancel: () => of.delete(callback) };
    },
    log: ({ message }: { readonly message: string }) => log.push(message),
    displayNotification: ({ title, content = '' }: { readonly title: string; readonly content?: string }) =>
      notifications.push(`${title}: ${content}`),
    ...(!without.includes('settings') && { settings }),
  };

  createRoot(element('root')).render(
    react.createElement(App, { state, triggerAction, plugins: clientPlugins('client'), pluginProps }),
  );

  const host: StandInHost = {
    async open(xml) {
      await openModeler().importXML(xml);
    },
    save: async () => (await openModeler().saveXML({ format: true })).xml,
    undo: () => openModeler().get('commandStack').undo(),
    emit(event, payload) {
      for (const listener of listeners.get(event) ?? []) listener(payload);
    },
    async reports() {
      while (timer !== undefined) await new Promise<void>((resolve) => waiting.push(resolve));
      return state.read().reports;
    },
    select(id) {
      modeler?.get('selection').select(id === null ? null : (modeler.get('elementRegistry').get(id) ?? null));
    },
    setSetting: (key, value) => settings.set(key, value),
    notifications,
    log,
    measure: (runs) => measure(openModeler().getDefinitions(), clientPlugins('lintRules.cloud-bpmn'), linterWith, runs),
  };
  window.standInHost = host;
}

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}
