import type { EventBridgeFixes } from '../fixes/fixes.ts';
import type { HostEventBus, Translate } from '../host/bpmn-js.ts';
import type { EventBridgeProblems } from './problems-service.ts';
import type { EventBridgeValidation } from './validation.ts';

/** What every part of the views may use. */
export interface ValidationTools {
  readonly validation: EventBridgeValidation;
  readonly fixes: EventBridgeFixes;
  readonly problems: EventBridgeProblems;
  readonly eventBus: HostEventBus;
  readonly translate: Translate;
}
