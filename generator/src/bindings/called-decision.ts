import type { BindingKind } from './binding-kind.ts';

type CalledDecisionMember = 'decisionId' | 'resultVariable' | 'bindingType' | 'versionTag';

/** The decision that a business rule task calls. */
export interface CalledDecisionBinding<out P extends CalledDecisionMember = CalledDecisionMember> {
  readonly type: 'zeebe:calledDecision';
  readonly property: P;
}

/** What the schema allows with it. */
export type CalledDecisionRule =
  | {
      readonly binding: CalledDecisionBinding<'decisionId' | 'resultVariable'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:BusinessRuleTask';
    }
  | {
      readonly binding: CalledDecisionBinding<'bindingType'>;
      readonly types: 'Hidden' | 'Dropdown';
      readonly elements: 'bpmn:BusinessRuleTask';
    }
  | {
      readonly binding: CalledDecisionBinding<'versionTag'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:BusinessRuleTask';
    };

/** The decision that a business rule task calls. */
export const calledDecision = <const P extends CalledDecisionMember>(property: P): CalledDecisionBinding<P> => ({
  type: 'zeebe:calledDecision',
  property,
});

export const calledDecisionBindingKind: BindingKind<CalledDecisionBinding> = {
  type: 'zeebe:calledDecision',
  members: ['property', 'type'],
  describe: (binding) => `called decision \`${binding.property}\``,
  target: (binding) => `called decision \`${binding.property}\``,
};
