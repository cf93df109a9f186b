import { ATOMIC_TYPES, TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type AdHocMember = 'activeElementsCollection' | 'outputCollection' | 'outputElement';

/** What an ad-hoc sub-process activates and collects. */
export interface AdHocBinding<out P extends AdHocMember = AdHocMember> {
  readonly type: 'zeebe:adHoc';
  readonly property: P;
}

/** What an ad-hoc sub-process activates and collects. */
export function adHoc<const P extends AdHocMember>(property: P): AdHocBinding<P> {
  return { type: 'zeebe:adHoc', property };
}

export const adHocBindingKind = {
  type: 'zeebe:adHoc',
  example: adHoc('outputCollection'),
  members: ['property', 'type'],
  describe: (binding) => `ad-hoc \`${binding.property}\``,
  target: (binding) => `ad-hoc \`${binding.property}\``,
  rules: [
    { when: ['activeElementsCollection'], types: ATOMIC_TYPES, elements: ['bpmn:AdHocSubProcess'] },
    { when: ['outputCollection', 'outputElement'], types: TEXT_TYPES, elements: ['bpmn:AdHocSubProcess'] },
  ],
} as const satisfies BindingKind<AdHocBinding>;
