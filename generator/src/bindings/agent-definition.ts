import type { BindingKind } from './binding-kind.ts';

/** The kind of agent behind the element. */
export interface AgentDefinitionBinding {
  readonly type: 'zeebe:agentDefinition';
  readonly property: 'agentType';
}

/** The kind of agent behind the element. */
export function agentDefinition(): AgentDefinitionBinding {
  return { type: 'zeebe:agentDefinition', property: 'agentType' };
}

export const agentDefinitionBindingKind = {
  type: 'zeebe:agentDefinition',
  example: agentDefinition(),
  members: ['property', 'type'],
  describe: () => 'agent type',
  target: () => 'agent type',
  rules: [{ types: ['Hidden', 'Dropdown'], elements: ['bpmn:ServiceTask', 'bpmn:AdHocSubProcess'] }],
} as const satisfies BindingKind<AgentDefinitionBinding>;
