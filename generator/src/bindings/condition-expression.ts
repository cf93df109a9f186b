import { CATCH_EVENTS } from '../element.ts';
import type { BindingKind } from './binding-kind.ts';

/** The condition of a conditional event. */
export interface ConditionExpressionBinding {
  readonly type: 'bpmn:ConditionalEventDefinition#property';
  readonly name: 'condition';
}

/** The condition of a conditional event. */
export function conditionExpression(): ConditionExpressionBinding {
  return {
    type: 'bpmn:ConditionalEventDefinition#property',
    name: 'condition',
  };
}

export const conditionExpressionBindingKind = {
  type: 'bpmn:ConditionalEventDefinition#property',
  example: conditionExpression(),
  members: ['name', 'type'],
  describe: () => 'condition of the event',
  target: () => 'condition of the event',
  rules: [{ types: ['Hidden', 'String', 'Text'], elements: CATCH_EVENTS }],
} as const satisfies BindingKind<ConditionExpressionBinding>;
