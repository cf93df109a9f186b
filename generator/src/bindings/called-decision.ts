import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type CalledDecisionMember = 'decisionId' | 'resultVariable' | 'bindingType' | 'versionTag';

/** The decision that a business rule task calls. */
export interface CalledDecisionBinding<out P extends CalledDecisionMember = CalledDecisionMember> {
  readonly type: 'zeebe:calledDecision';
  readonly property: P;
}

/** The decision that a business rule task calls. */
export function calledDecision<const P extends CalledDecisionMember>(property: P): CalledDecisionBinding<P> {
  return {
    type: 'zeebe:calledDecision',
    property,
  };
}

export const calledDecisionBindingKind = {
  type: 'zeebe:calledDecision',
  example: calledDecision('decisionId'),
  members: ['property', 'type'],
  describe: (binding) => `called decision \`${binding.property}\``,
  target: (binding) => `called decision \`${binding.property}\``,
  rules: [
    { when: ['decisionId', 'resultVariable'], types: TEXT_TYPES, elements: ['bpmn:BusinessRuleTask'] },
    { when: ['bindingType'], types: ['Hidden', 'Dropdown'], elements: ['bpmn:BusinessRuleTask'] },
    { when: ['versionTag'], types: TEXT_TYPES, elements: ['bpmn:BusinessRuleTask'] },
  ],
} as const satisfies BindingKind<CalledDecisionBinding>;
