import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type FormDefinitionMember = 'formId' | 'externalReference' | 'bindingType' | 'versionTag';

/** The form of a user task. */
export interface FormDefinitionBinding<out P extends FormDefinitionMember = FormDefinitionMember> {
  readonly type: 'zeebe:formDefinition';
  readonly property: P;
}

/** The form of a user task. */
export function formDefinition<const P extends FormDefinitionMember>(property: P): FormDefinitionBinding<P> {
  return {
    type: 'zeebe:formDefinition',
    property,
  };
}

export const formDefinitionBindingKind = {
  type: 'zeebe:formDefinition',
  example: formDefinition('formId'),
  members: ['property', 'type'],
  describe: (binding) => `form \`${binding.property}\``,
  target: (binding) => `form \`${binding.property}\``,
  rules: [
    { when: ['formId', 'externalReference'], types: TEXT_TYPES, elements: ['bpmn:UserTask'] },
    { when: ['bindingType'], types: ['Hidden', 'Dropdown'], elements: ['bpmn:UserTask'] },
    { when: ['versionTag'], types: TEXT_TYPES, elements: ['bpmn:UserTask'] },
  ],
} as const satisfies BindingKind<FormDefinitionBinding>;
