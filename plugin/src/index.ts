export type {
  AccountAnswer,
  AskStatus,
  Destination,
  SendTask,
  ServiceStatus,
  StatusRequest,
  TaskPreview,
  TaskSource,
  TestSendReport,
  TestSendRequest,
} from '@eventbridge-kit/event-job';
export type { FieldResult, Outcome } from '@eventbridge-kit/connector';
export type { Issue } from '@eventbridge-kit/issue';
export type { DiagramElement } from './host/bpmn-js.ts';
export type { ModdleElement } from './host/moddle.ts';
export { EventBridgeTestSendModule } from './module.ts';
export type { BpmnJsModule } from './module.ts';
export { TEST_SEND_ACTION } from './test-send/editor-actions.ts';
export type { TestSendEvents } from './test-send/events.ts';
export type { SampleStorage } from './sample/sample-storage.ts';
export type { PanelEdge, PanelPlace } from './dock.ts';
export { TestSendRefused } from './test-send/refused.ts';
export { EventBridgeTestSend } from './test-send/test-send.ts';
export type { TestSendConfig } from './test-send/test-send.ts';
export { parseVariables, type ParsedVariables } from './test-send/variables-text.ts';
export { EventBridgeFixes } from './validation/fixes/fixes.ts';
export type { Fixable } from './validation/fixes/fixes.ts';
export type { ValidationConfig } from './validation/config.ts';
export type { ValidationEvents } from './validation/events.ts';
export { EventBridgeValidationModule } from './validation/module.ts';
export { EventBridgeProblems } from './validation/problems-service.ts';
export type { LoadedRules, LoadRules } from './validation/rules-loader.ts';
export { idleScheduler } from './validation/scheduler.ts';
export type { Scheduler } from './validation/scheduler.ts';
export { EventBridgeValidation } from './validation/validation.ts';
export type { HasTime, IssueCount, LintIssue, LintSession, SessionHost } from 'bpmnlint-plugin-eventbridge/core';
