import { CATCH_EVENTS } from '../element.ts';
import type { BindingKind } from './binding-kind.ts';

/** The variable events that make a conditional event look at its condition. */
export interface ConditionVariableEventsBinding {
  readonly type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property';
  readonly name: 'variableEvents';
}

/** The variable events that make a conditional event look at its condition. */
export function conditionVariableEvents(): ConditionVariableEventsBinding {
  return {
    type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
    name: 'variableEvents',
  };
}

export const conditionVariableEventsBindingKind = {
  type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
  example: conditionVariableEvents(),
  members: ['name', 'type'],
  describe: () => 'variable events of the condition',
  target: () => 'variable events of the condition',
  rules: [{ types: ['Hidden', 'String', 'Text'], elements: CATCH_EVENTS }],
} as const satisfies BindingKind<ConditionVariableEventsBinding>;
