import type { BindingKind } from './binding-kind.ts';

type FormDefinitionMember = 'formId' | 'externalReference' | 'bindingType' | 'versionTag';

/** The form of a user task. */
export interface FormDefinitionBinding<out P extends FormDefinitionMember = FormDefinitionMember> {
  readonly type: 'zeebe:formDefinition';
  readonly property: P;
}

/** What the schema allows with it. */
export type FormDefinitionRule =
  | {
      readonly binding: FormDefinitionBinding<'formId' | 'externalReference'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:UserTask';
    }
  | {
      readonly binding: FormDefinitionBinding<'bindingType'>;
      readonly types: 'Hidden' | 'Dropdown';
      readonly elements: 'bpmn:UserTask';
    }
  | {
      readonly binding: FormDefinitionBinding<'versionTag'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:UserTask';
    };

/** The form of a user task. */
export const formDefinition = <const P extends FormDefinitionMember>(property: P): FormDefinitionBinding<P> => ({
  type: 'zeebe:formDefinition',
  property,
});

export const formDefinitionBindingKind: BindingKind<FormDefinitionBinding> = {
  type: 'zeebe:formDefinition',
  members: ['property', 'type'],
  describe: (binding) => `form \`${binding.property}\``,
  target: (binding) => `form \`${binding.property}\``,
};
