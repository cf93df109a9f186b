import type { BindingKind } from './binding-kind.ts';

/** The variable events that make a conditional event look at its condition. */
export interface ConditionVariableEventsBinding {
  readonly type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property';
  readonly name: 'variableEvents';
}

/** What the schema allows with it. */
export type ConditionVariableEventsRule = {
  readonly binding: ConditionVariableEventsBinding;
  readonly types: 'Hidden' | 'String' | 'Text';
  readonly elements: 'bpmn:StartEvent' | 'bpmn:IntermediateCatchEvent' | 'bpmn:BoundaryEvent';
};

/** The variable events that make a conditional event look at its condition. */
export const conditionVariableEvents = (): ConditionVariableEventsBinding => ({
  type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
  name: 'variableEvents',
});

export const conditionVariableEventsBindingKind: BindingKind<ConditionVariableEventsBinding> = {
  type: 'bpmn:ConditionalEventDefinition#zeebe:conditionalFilter#property',
  members: ['name', 'type'],
  describe: () => 'variable events of the condition',
  target: () => 'variable events of the condition',
};
