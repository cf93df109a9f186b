import { EventBridgeConnectorMenu } from './fixes/connector-menu.ts';
import { EventBridgeFixes } from './fixes/fixes.ts';
import type { BpmnJsModule } from '../module.ts';
import { EventBridgeFixPad } from './context-pad.ts';
import { EntryFields } from './entry-fields.ts';
import { EventBridgeMarks } from './marks.ts';
import { EventBridgeProblems } from './problems-service.ts';
import { EventBridgeFieldIssues } from './properties-provider.ts';
import type { LoadRules } from './rules-loader.ts';
import { idleScheduler } from './scheduler.ts';
import type { ValidationTools } from './services.ts';
import type { TaskProblems } from './task-problems.tsx';
import { EventBridgeValidation } from './validation.ts';

const loadRules: LoadRules = async (config) => {
  const { configureRules } = await import('./lint-rules.ts');
  return configureRules(config);
};

loadTaskProblems.$inject = [
  'eventBridgeValidation',
  'eventBridgeFixes',
  'eventBridgeProblems',
  'eventBus',
  'translate',
];

/** What test send shows of a task's problems, loaded with its panel. */
function loadTaskProblems(
  validation: ValidationTools['validation'],
  fixes: ValidationTools['fixes'],
  problems: ValidationTools['problems'],
  eventBus: ValidationTools['eventBus'],
  translate: ValidationTools['translate'],
): () => Promise<TaskProblems> {
  return async () => {
    const view = await import('./task-problems.tsx');
    return view.taskProblems({ validation, fixes, problems, hostProblems: false, eventBus, translate });
  };
}

/**
 * Live validation with quick fixes for bpmn-js. The host adds it to `additionalModules`:
 * `new Modeler({ additionalModules: [EventBridgeValidationModule] })`; options: `ValidationConfig`.
 */
export const EventBridgeValidationModule: BpmnJsModule = {
  __init__: [
    'eventBridgeValidation',
    'eventBridgeMarks',
    'eventBridgeFieldIssues',
    'eventBridgeFixPad',
    'eventBridgeConnectorMenu',
  ],
  eventBridgeScheduler: ['value', idleScheduler],
  eventBridgeRules: ['value', loadRules],
  eventBridgeValidation: ['type', EventBridgeValidation],
  eventBridgeFixes: ['type', EventBridgeFixes],
  eventBridgeConnectorMenu: ['type', EventBridgeConnectorMenu],
  eventBridgeEntryFields: ['type', EntryFields],
  eventBridgeProblems: ['type', EventBridgeProblems],
  eventBridgeTaskProblems: ['factory', loadTaskProblems],
  eventBridgeMarks: ['type', EventBridgeMarks],
  eventBridgeFieldIssues: ['type', EventBridgeFieldIssues],
  eventBridgeFixPad: ['type', EventBridgeFixPad],
};
