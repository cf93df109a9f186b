/** The script in Modeler's window. It registers, and does nothing else before a diagram opens. */
import type { SendTask } from 'bpmn-js-eventbridge';
import { editorModule } from './editor-module.ts';
import { createExtension, type Journal } from './extension.ts';
import type { ModelerWindow } from './modeler-window.ts';
import { LiveDiagrams } from './problems/live-diagrams.ts';
import { NativeProblems } from './problems/native-problems.ts';
import { BottomPanel } from './test-send/bottom-panel.ts';
import { Connection } from './test-send/connection.ts';
import { EventList } from './test-send/event-list.ts';

register(window as unknown as ModelerWindow); // Modeler's own additions to the window

function register(host: ModelerWindow): void {
  if (host.eventBridgeKit) {
    host.eventBridgeKit.copies += 1;
    return;
  }
  host.eventBridgeKit = { copies: 1 };
  const plugins = (host.plugins ??= []);
  const diagrams = new LiveDiagrams();
  plugins.push({ type: 'lintRules.cloud-bpmn', plugin: new NativeProblems(diagrams).plugin });
  const journal: Journal = { listener: undefined };
  const connection = new Connection(
    (input, init) => fetch(input, init),
    ({ notice, problem }) => {
      journal.listener?.(`EventBridge test send: ${problem ?? notice}`, problem !== undefined);
      events.clear();
      void events.refresh();
    },
  );
  const events = new EventList(connection.events);
  const panel = new BottomPanel(events);
  const missing = missingParts(host);
  if (host.vendor?.propertiesPanel?.preact) {
    const send = journaled(connection.send, journal, () => void events.refresh());
    plugins.push({
      type: 'bpmn.cloud.modeler.additionalModules',
      plugin: editorModule({ diagrams, panel, send, askStatus: connection.askStatus }),
    });
  }
  const { react } = host;
  if (react) {
    plugins.push({
      type: 'client',
      plugin: createExtension({ window: host, react, panel, connection, journal, missing }),
    });
  }
  // eslint-disable-next-line no-console -- where there is no React, nothing else can be shown
  else console.warn(`EventBridge Kit: ${missing.join(' ')}`);
}

/** Parts of Modeler that the plugin uses and an older version may lack. */
function missingParts({ react, components, vendor }: ModelerWindow): string[] {
  const update = 'Update Camunda Modeler; the plugin is tested with 5.50.';
  return [
    ...(react === undefined ? [`This Modeler shares no React, so there is no test send. ${update}`] : []),
    ...(components?.Fill === undefined
      ? [`This Modeler has no place for a tab, so test send opens inside the diagram. ${update}`]
      : []),
    ...(vendor?.propertiesPanel?.preact === undefined
      ? [`This Modeler shares no properties panel, so there are problems alone: no fixes, no test send. ${update}`]
      : []),
  ];
}

function journaled(send: SendTask, journal: Journal, onEnd: () => void): SendTask {
  return async (request, signal) => {
    const what = `EventBridge test send of ${request.task.elementId}`;
    try {
      const report = await send(request, signal);
      const how = report.dryRun ? 'nothing was sent' : `to ${report.destination.label}`;
      journal.listener?.(`${what}, ${how}: ${report.outcome?.type ?? 'no job'}`, false);
      return report;
    } catch (error) {
      journal.listener?.(`${what}: ${error instanceof Error ? error.message : String(error)}`, true);
      throw error;
    } finally {
      onEnd();
    }
  };
}
