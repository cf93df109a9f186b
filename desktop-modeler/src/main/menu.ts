/** The plugin's menu. Modeler loads this file into its main process, and calls its export whenever it builds its menus. */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { EVENTS, type ServiceState } from '../contract.ts';
import { Supervisor } from './supervisor.ts';

/** Electron's `app`, as Modeler hands it over. */
interface ElectronApp {
  emit(event: 'menu:action', action: string, options?: object): unknown;
  once(event: 'will-quit', listener: () => void): unknown;
}

interface MenuEntry {
  readonly label: string;
  readonly enabled?: () => boolean;
  readonly action: () => unknown;
}

/** There is one service, however many times a menu is built. */
let supervisor: Supervisor | undefined;

function menu(app: ElectronApp, state: { readonly bpmn?: boolean } = {}): readonly MenuEntry[] {
  const service = (supervisor ??= startWith(app));
  // The window may have come since the last time; it is told after the menu is there.
  setImmediate(() => tell(app, service.state));
  return [
    {
      label: 'Open test send for the selected task',
      enabled: () => state.bpmn !== false,
      action: () => app.emit('menu:action', 'emit-event', { type: EVENTS.openTestSend }),
    },
    { label: 'Settings...', action: () => app.emit('menu:action', 'settings-open') },
    { label: 'Restart test send', action: () => service.restart() },
  ];
}

function startWith(app: ElectronApp): Supervisor {
  const started = new Supervisor({
    startThread: (workerData) =>
      new Worker(join(__dirname, 'service.js'), { workerData, name: 'eventbridge-test-send' }),
    onState: (state) => tell(app, state),
  });
  app.once('will-quit', () => void started.stop());
  started.start();
  return started;
}

function tell(app: ElectronApp, state: ServiceState): void {
  app.emit('menu:action', 'emit-event', { type: EVENTS.service, payload: state });
}

export default menu;
