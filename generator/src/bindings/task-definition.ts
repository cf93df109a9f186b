import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type TaskDefinitionMember = 'type' | 'retries';

/** The job type or the retries of a job worker task. */
export interface TaskDefinitionBinding<out P extends TaskDefinitionMember = TaskDefinitionMember> {
  readonly type: 'zeebe:taskDefinition';
  readonly property: P;
}

/** The job type or the retries of a job worker task. */
export function taskDefinition<const P extends TaskDefinitionMember>(property: P): TaskDefinitionBinding<P> {
  return {
    type: 'zeebe:taskDefinition',
    property,
  };
}

export const taskDefinitionBindingKind = {
  type: 'zeebe:taskDefinition',
  example: taskDefinition('type'),
  members: ['property', 'type'],
  describe: (binding) => `job ${binding.property}`,
  target: (binding) => `job ${binding.property}`,
  rules: [{ types: ATOMIC_TYPES }],
} as const satisfies BindingKind<TaskDefinitionBinding>;
