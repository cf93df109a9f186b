import type { BindingKind } from './binding-kind.ts';

/** The name of the signal that the event refers to. */
export interface SignalNameBinding {
  readonly type: 'bpmn:Signal#property';
  readonly name: 'name';
}

/** What the schema allows with it. */
export type SignalNameRule = {
  readonly binding: SignalNameBinding;
  readonly types: 'Hidden' | 'String' | 'Text' | 'Dropdown';
  readonly elements:
    | 'bpmn:StartEvent'
    | 'bpmn:IntermediateCatchEvent'
    | 'bpmn:IntermediateThrowEvent'
    | 'bpmn:BoundaryEvent'
    | 'bpmn:EndEvent';
};

/** The name of the signal that the event refers to. */
export const signalName = (): SignalNameBinding => ({ type: 'bpmn:Signal#property', name: 'name' });

export const signalNameBindingKind: BindingKind<SignalNameBinding> = {
  type: 'bpmn:Signal#property',
  members: ['name', 'type'],
  describe: () => 'signal name',
  target: () => 'signal name',
};
