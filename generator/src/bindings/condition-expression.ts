import type { BindingKind } from './binding-kind.ts';

/** The condition of a conditional event. */
export interface ConditionExpressionBinding {
  readonly type: 'bpmn:ConditionalEventDefinition#property';
  readonly name: 'condition';
}

/** What the schema allows with it. */
export type ConditionExpressionRule = {
  readonly binding: ConditionExpressionBinding;
  readonly types: 'Hidden' | 'String' | 'Text';
  readonly elements: 'bpmn:StartEvent' | 'bpmn:IntermediateCatchEvent' | 'bpmn:BoundaryEvent';
};

/** The condition of a conditional event. */
export const conditionExpression = (): ConditionExpressionBinding => ({
  type: 'bpmn:ConditionalEventDefinition#property',
  name: 'condition',
});

export const conditionExpressionBindingKind: BindingKind<ConditionExpressionBinding> = {
  type: 'bpmn:ConditionalEventDefinition#property',
  members: ['name', 'type'],
  describe: () => 'condition of the event',
  target: () => 'condition of the event',
};
