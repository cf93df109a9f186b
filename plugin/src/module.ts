import { EventBridgeTestSendPanel } from './panel/panel-service.ts';
import { TestSendContextPad } from './test-send/context-pad.ts';
import { registerEditorActions } from './test-send/editor-actions.ts';
import { TestSendProperties } from './test-send/properties-provider.tsx';
import { EventBridgeTestSend } from './test-send/test-send.ts';

/** A module declaration as bpmn-js takes it under `additionalModules`. */
export interface BpmnJsModule {
  __init__: string[];
  [service: string]: unknown[];
}

/**
 * Test send for bpmn-js. The host adds it to `additionalModules` and hands in the transport:
 * `new Modeler({ additionalModules: [EventBridgeTestSendModule], eventBridgeTestSend: { send } })`.
 */
export const EventBridgeTestSendModule: BpmnJsModule = {
  __init__: ['eventBridgeTestSendContextPad', 'eventBridgeTestSendProperties', 'eventBridgeTestSendActions'],
  eventBridgeTestSend: ['type', EventBridgeTestSend],
  eventBridgeTestSendPanel: ['type', EventBridgeTestSendPanel],
  eventBridgeTestSendContextPad: ['type', TestSendContextPad],
  eventBridgeTestSendProperties: ['type', TestSendProperties],
  eventBridgeTestSendActions: ['factory', registerEditorActions],
};
