import type { BindingKind } from './binding-kind.ts';

/** The kind of agent behind the element. */
export interface AgentDefinitionBinding {
  readonly type: 'zeebe:agentDefinition';
  readonly property: 'agentType';
}

/** What the schema allows with it. */
export type AgentDefinitionRule = {
  readonly binding: AgentDefinitionBinding;
  readonly types: 'Hidden' | 'Dropdown';
  readonly elements: 'bpmn:ServiceTask' | 'bpmn:AdHocSubProcess';
};

/** The kind of agent behind the element. */
export const agentDefinition = (): AgentDefinitionBinding => ({ type: 'zeebe:agentDefinition', property: 'agentType' });

export const agentDefinitionBindingKind: BindingKind<AgentDefinitionBinding> = {
  type: 'zeebe:agentDefinition',
  members: ['property', 'type'],
  describe: () => 'agent type',
  target: () => 'agent type',
};
