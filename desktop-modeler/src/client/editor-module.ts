import {
  EventBridgeTestSendModule,
  EventBridgeValidationModule,
  type AskStatus,
  type BpmnJsModule,
  type DiagramElement,
  type EventBridgeTestSend,
  type SendTask,
} from 'bpmn-js-eventbridge';
import { LiveDiagram, type LiveDiagrams } from './problems/live-diagrams.ts';
import { LABEL, type BottomPanel } from './test-send/bottom-panel.ts';

interface EventBus {
  on(event: string | readonly string[], priority: number, listener: () => void): void;
}

interface Injector {
  get(service: 'eventBridgeTestSend'): EventBridgeTestSend;
  get(service: 'selection'): { get(): readonly DiagramElement[] };
}

export interface EditorParts {
  readonly diagrams: LiveDiagrams;
  readonly panel: BottomPanel;
  readonly send: SendTask;
  readonly askStatus: AskStatus;
}

/** What each Camunda 8 editor of Modeler gets: validation that leaves problems to Modeler, and test send in its panel. */
export function editorModule({ diagrams, panel, send, askStatus }: EditorParts): BpmnJsModule {
  const configure = (injector: Injector, eventBus: EventBus): object => {
    if (!panel.isConnected) return { send, askStatus, label: LABEL };
    const testSend = (): EventBridgeTestSend => injector.get('eventBridgeTestSend');
    const selected = (): DiagramElement | undefined => {
      const [element, ...others] = injector.get('selection').get();
      return others.length === 0 ? element : undefined;
    };
    const { editor, ...place } = panel.placeFor(testSend, selected);
    // Modeler attaches the editor whose tab is in front, and detaches it when another one is.
    eventBus.on(['attach', 'import.done'], 500, () => panel.show(editor));
    eventBus.on(['detach', 'diagram.destroy'], 500, () => panel.hide(editor));
    eventBus.on(['eventBridgeTestSend.opened', 'eventBridgeTestSend.closed'], 500, () => panel.redraw());
    return { send, askStatus, label: LABEL, place };
  };
  configure.$inject = ['injector', 'eventBus'];
  return {
    ...EventBridgeValidationModule,
    ...EventBridgeTestSendModule,
    __init__: [
      ...EventBridgeValidationModule.__init__,
      ...EventBridgeTestSendModule.__init__,
      'eventBridgeLiveDiagram',
    ],
    'config.eventBridgeValidation': ['value', { hostProblems: true }],
    'config.eventBridgeTestSend': ['factory', configure],
    eventBridgeLiveDiagrams: ['value', diagrams],
    eventBridgeLiveDiagram: ['type', LiveDiagram],
  };
}
