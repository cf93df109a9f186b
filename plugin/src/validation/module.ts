import { EventBridgeFixes } from './fixes/fixes.ts';
import type { BpmnJsModule } from '../module.ts';
import { EventBridgeFixPad } from './context-pad.ts';
import { EntryFields } from './entry-fields.ts';
import { EventBridgeMarks } from './marks.ts';
import { EventBridgeProblems } from './problems-service.ts';
import { EventBridgeFieldIssues } from './properties-provider.ts';
import type { LoadRules } from './rules-loader.ts';
import { idleScheduler } from './scheduler.ts';
import { EventBridgeValidation } from './validation.ts';

/** The rules come with the first diagram: the modeler is there before them. */
const loadRules: LoadRules = async ({ preset, rules, documentationUrl } = {}) => {
  const lint = await import('bpmnlint-plugin-eventbridge/core');
  const active = lint.configure(preset, rules);
  return {
    openSession: (host) => new lint.LintSession(host, active),
    documentationUrl: documentationUrl ?? lint.documentationUrl,
  };
};

/**
 * Live validation with quick fixes for bpmn-js. The host adds it to `additionalModules`:
 * `new Modeler({ additionalModules: [EventBridgeValidationModule] })`; options: `ValidationConfig`.
 */
export const EventBridgeValidationModule: BpmnJsModule = {
  __init__: ['eventBridgeValidation', 'eventBridgeMarks', 'eventBridgeFieldIssues', 'eventBridgeFixPad'],
  eventBridgeScheduler: ['value', idleScheduler],
  eventBridgeRules: ['value', loadRules],
  eventBridgeValidation: ['type', EventBridgeValidation],
  eventBridgeFixes: ['type', EventBridgeFixes],
  eventBridgeEntryFields: ['type', EntryFields],
  eventBridgeProblems: ['type', EventBridgeProblems],
  eventBridgeMarks: ['type', EventBridgeMarks],
  eventBridgeFieldIssues: ['type', EventBridgeFieldIssues],
  eventBridgeFixPad: ['type', EventBridgeFixPad],
};
