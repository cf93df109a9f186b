import type { BindingKind } from './binding-kind.ts';

/** The priority of the element's jobs. */
export interface JobPriorityBinding {
  readonly type: 'zeebe:jobPriorityDefinition';
  readonly property: 'priority';
}

/** The priority of the element's jobs. */
export function jobPriority(): JobPriorityBinding {
  return { type: 'zeebe:jobPriorityDefinition', property: 'priority' };
}

export const jobPriorityBindingKind = {
  type: 'zeebe:jobPriorityDefinition',
  example: jobPriority(),
  members: ['property', 'type'],
  describe: () => 'job priority',
  target: () => 'job priority',
  rules: [
    {
      types: ['Hidden', 'Number', 'Dropdown'],
      elements: [
        'bpmn:ScriptTask',
        'bpmn:BusinessRuleTask',
        'bpmn:ServiceTask',
        'bpmn:SendTask',
        'bpmn:AdHocSubProcess',
        'bpmn:Process',
        'bpmn:IntermediateThrowEvent',
        'bpmn:EndEvent',
      ],
    },
  ],
} as const satisfies BindingKind<JobPriorityBinding>;
