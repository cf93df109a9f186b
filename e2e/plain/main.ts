import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js-eventbridge/style.css';
import Modeler from 'bpmn-js/lib/Modeler';
import { EventBridgeTestSendModule, type EventBridgeTestSend } from 'bpmn-js-eventbridge';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** bpmn-js alone: no properties panel, no element templates, no service. */
const modeler = new Modeler({
  container: '#canvas',
  additionalModules: [EventBridgeTestSendModule],
  moddleExtensions: { zeebe },
  eventBridgeTestSend: {
    send: () => Promise.reject(new Error('there is none')),
    cannotSend: 'There is no service here.',
  },
});

export interface PlainPage {
  open(xml: string, taskId: string): Promise<void>;
}

declare global {
  interface Window {
    plain: PlainPage;
  }
}

interface Registry {
  get(id: string): Parameters<EventBridgeTestSend['open']>[0];
}

window.plain = {
  open: async (xml, taskId) => {
    await modeler.importXML(xml);
    const element = modeler.get<Registry>('elementRegistry').get(taskId);
    await modeler.get<EventBridgeTestSend>('eventBridgeTestSend').open(element);
  },
};
