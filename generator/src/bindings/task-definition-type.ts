import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** The job type in its old spelling, which the schema deprecates: prefer `taskDefinition('type')`. */
export interface TaskDefinitionTypeBinding {
  readonly type: 'zeebe:taskDefinition:type';
}

/** The job type in its old spelling, which the schema deprecates: prefer `taskDefinition('type')`. */
export function taskDefinitionType(): TaskDefinitionTypeBinding {
  return { type: 'zeebe:taskDefinition:type' };
}

export const taskDefinitionTypeBindingKind = {
  type: 'zeebe:taskDefinition:type',
  example: taskDefinitionType(),
  members: ['type'],
  describe: () => 'job type',
  target: () => 'job type',
  rules: [{ types: ATOMIC_TYPES }],
} as const satisfies BindingKind<TaskDefinitionTypeBinding>;
