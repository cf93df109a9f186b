import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type CalledElementMember =
  | 'processId'
  | 'bindingType'
  | 'versionTag'
  | 'propagateAllParentVariables'
  | 'propagateAllChildVariables'
  | 'businessId';

/** The process that a call activity calls, and what it passes on. */
export interface CalledElementBinding<out P extends CalledElementMember = CalledElementMember> {
  readonly type: 'zeebe:calledElement';
  readonly property: P;
}

/** What the schema allows with it. */
export type CalledElementRule =
  | {
      readonly binding: CalledElementBinding<'processId' | 'businessId'>;
      readonly types: AtomicType;
      readonly elements: 'bpmn:CallActivity';
    }
  | {
      readonly binding: CalledElementBinding<'bindingType'>;
      readonly types: 'Hidden' | 'Dropdown';
      readonly elements: 'bpmn:CallActivity';
    }
  | {
      readonly binding: CalledElementBinding<'versionTag'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:CallActivity';
    }
  | {
      readonly binding: CalledElementBinding<'propagateAllParentVariables' | 'propagateAllChildVariables'>;
      readonly types: 'Hidden' | 'Boolean';
      readonly elements: 'bpmn:CallActivity';
    };

/** The process that a call activity calls, and what it passes on. */
export const calledElement = <const P extends CalledElementMember>(property: P): CalledElementBinding<P> => ({
  type: 'zeebe:calledElement',
  property,
});

export const calledElementBindingKind: BindingKind<CalledElementBinding> = {
  type: 'zeebe:calledElement',
  members: ['property', 'type'],
  describe: (binding) => `called process \`${binding.property}\``,
  target: (binding) => `called process \`${binding.property}\``,
};
