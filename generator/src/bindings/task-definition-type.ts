import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** The job type in its old spelling, which the schema deprecates: prefer `taskDefinition('type')`. */
export interface TaskDefinitionTypeBinding {
  readonly type: 'zeebe:taskDefinition:type';
}

/** What the schema allows with it. */
export type TaskDefinitionTypeRule = {
  readonly binding: TaskDefinitionTypeBinding;
  readonly types: AtomicType;
  readonly elements: string;
};

/** The job type in its old spelling, which the schema deprecates: prefer `taskDefinition('type')`. */
export const taskDefinitionType = (): TaskDefinitionTypeBinding => ({ type: 'zeebe:taskDefinition:type' });

export const taskDefinitionTypeBindingKind: BindingKind<TaskDefinitionTypeBinding> = {
  type: 'zeebe:taskDefinition:type',
  members: ['type'],
  describe: () => 'job type',
  target: () => 'job type',
};
