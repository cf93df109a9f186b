import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type AssignmentMember = 'assignee' | 'candidateUsers' | 'candidateGroups';

/** Who may work on a user task. */
export interface AssignmentBinding<out P extends AssignmentMember = AssignmentMember> {
  readonly type: 'zeebe:assignmentDefinition';
  readonly property: P;
}

/** Who may work on a user task. */
export function assignment<const P extends AssignmentMember>(property: P): AssignmentBinding<P> {
  return {
    type: 'zeebe:assignmentDefinition',
    property,
  };
}

export const assignmentBindingKind = {
  type: 'zeebe:assignmentDefinition',
  example: assignment('assignee'),
  members: ['property', 'type'],
  describe: (binding) => `assignment \`${binding.property}\``,
  target: (binding) => `assignment \`${binding.property}\``,
  rules: [{ types: TEXT_TYPES, elements: ['bpmn:UserTask'] }],
} as const satisfies BindingKind<AssignmentBinding>;
