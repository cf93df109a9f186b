import type { BindingKind } from './binding-kind.ts';

/** The priority of the element's jobs. */
export interface JobPriorityBinding {
  readonly type: 'zeebe:jobPriorityDefinition';
  readonly property: 'priority';
}

/** What the schema allows with it. */
export type JobPriorityRule = {
  readonly binding: JobPriorityBinding;
  readonly types: 'Hidden' | 'Number' | 'Dropdown';
  readonly elements:
    | 'bpmn:ScriptTask'
    | 'bpmn:BusinessRuleTask'
    | 'bpmn:ServiceTask'
    | 'bpmn:SendTask'
    | 'bpmn:AdHocSubProcess'
    | 'bpmn:Process'
    | 'bpmn:IntermediateThrowEvent'
    | 'bpmn:EndEvent';
};

/** The priority of the element's jobs. */
export const jobPriority = (): JobPriorityBinding => ({ type: 'zeebe:jobPriorityDefinition', property: 'priority' });

export const jobPriorityBindingKind: BindingKind<JobPriorityBinding> = {
  type: 'zeebe:jobPriorityDefinition',
  members: ['property', 'type'],
  describe: () => 'job priority',
  target: () => 'job priority',
};
