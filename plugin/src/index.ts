export type {
  FieldResult,
  Issue,
  Outcome,
  SendTask,
  TaskSource,
  TestSendReport,
  TestSendRequest,
} from '@eventbridge-kit/connector';
export type { DiagramElement } from './host/bpmn-js.ts';
export { EventBridgeTestSendModule } from './module.ts';
export type { BpmnJsModule } from './module.ts';
export { TEST_SEND_ACTION } from './test-send/editor-actions.ts';
export type { TestSendEvents } from './test-send/events.ts';
export { EventBridgeTestSend } from './test-send/test-send.ts';
export type { TestSendConfig } from './test-send/test-send.ts';
