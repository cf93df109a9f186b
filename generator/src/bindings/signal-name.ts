import { EVENTS } from '../element.ts';
import { TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** The name of the signal that the event refers to. */
export interface SignalNameBinding {
  readonly type: 'bpmn:Signal#property';
  readonly name: 'name';
}

/** The name of the signal that the event refers to. */
export function signalName(): SignalNameBinding {
  return { type: 'bpmn:Signal#property', name: 'name' };
}

export const signalNameBindingKind = {
  type: 'bpmn:Signal#property',
  example: signalName(),
  members: ['name', 'type'],
  describe: () => 'signal name',
  target: () => 'signal name',
  rules: [{ types: TEXT_TYPES, elements: EVENTS }],
} as const satisfies BindingKind<SignalNameBinding>;
