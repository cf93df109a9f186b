import { ATOMIC_TYPES, TEXT_TYPES } from '../type-names.ts';
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

/** The process that a call activity calls, and what it passes on. */
export function calledElement<const P extends CalledElementMember>(property: P): CalledElementBinding<P> {
  return {
    type: 'zeebe:calledElement',
    property,
  };
}

export const calledElementBindingKind = {
  type: 'zeebe:calledElement',
  example: calledElement('processId'),
  members: ['property', 'type'],
  describe: (binding) => `called process \`${binding.property}\``,
  target: (binding) => `called process \`${binding.property}\``,
  rules: [
    { when: ['processId', 'businessId'], types: ATOMIC_TYPES, elements: ['bpmn:CallActivity'] },
    { when: ['bindingType'], types: ['Hidden', 'Dropdown'], elements: ['bpmn:CallActivity'] },
    { when: ['versionTag'], types: TEXT_TYPES, elements: ['bpmn:CallActivity'] },
    {
      when: ['propagateAllParentVariables', 'propagateAllChildVariables'],
      types: ['Hidden', 'Boolean'],
      elements: ['bpmn:CallActivity'],
    },
  ],
} as const satisfies BindingKind<CalledElementBinding>;
