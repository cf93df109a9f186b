import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type AdHocMember = 'activeElementsCollection' | 'outputCollection' | 'outputElement';

/** What an ad-hoc sub-process activates and collects. */
export interface AdHocBinding<out P extends AdHocMember = AdHocMember> {
  readonly type: 'zeebe:adHoc';
  readonly property: P;
}

/** What the schema allows with it. */
export type AdHocRule =
  | {
      readonly binding: AdHocBinding<'activeElementsCollection'>;
      readonly types: AtomicType;
      readonly elements: 'bpmn:AdHocSubProcess';
    }
  | {
      readonly binding: AdHocBinding<'outputCollection' | 'outputElement'>;
      readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
      readonly elements: 'bpmn:AdHocSubProcess';
    };

/** What an ad-hoc sub-process activates and collects. */
export const adHoc = <const P extends AdHocMember>(property: P): AdHocBinding<P> => ({ type: 'zeebe:adHoc', property });

export const adHocBindingKind: BindingKind<AdHocBinding> = {
  type: 'zeebe:adHoc',
  members: ['property', 'type'],
  describe: (binding) => `ad-hoc \`${binding.property}\``,
  target: (binding) => `ad-hoc \`${binding.property}\``,
};
