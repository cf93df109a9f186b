import { EVENTS } from '../element.ts';
import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the message that the element refers to. */
export interface MessagePropertyBinding<out P extends string = string> {
  readonly type: 'bpmn:Message#property';
  readonly name: P;
}

/**
 * An attribute of the message that the element refers to.
 *
 * @param name attribute, for example `name`
 */
export function messageProperty<const P extends string>(name: P): MessagePropertyBinding<P> {
  return {
    type: 'bpmn:Message#property',
    name,
  };
}

export const messagePropertyBindingKind = {
  type: 'bpmn:Message#property',
  example: messageProperty('name'),
  members: ['name', 'type'],
  describe: (binding) => `message \`${binding.name}\``,
  target: (binding) => `message \`${binding.name}\``,
  rules: [{ types: ATOMIC_TYPES, elements: [...EVENTS, 'bpmn:ReceiveTask', 'bpmn:SendTask'] }],
} as const satisfies BindingKind<MessagePropertyBinding>;
