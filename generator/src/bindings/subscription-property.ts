import { EVENTS } from '../element.ts';
import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the message subscription. */
export interface SubscriptionPropertyBinding<out P extends string = string> {
  readonly type: 'bpmn:Message#zeebe:subscription#property';
  readonly name: P;
}

/**
 * An attribute of the message subscription.
 *
 * @param name attribute, for example `correlationKey`
 */
export function subscriptionProperty<const P extends string>(name: P): SubscriptionPropertyBinding<P> {
  return {
    type: 'bpmn:Message#zeebe:subscription#property',
    name,
  };
}

export const subscriptionPropertyBindingKind = {
  type: 'bpmn:Message#zeebe:subscription#property',
  example: subscriptionProperty('correlationKey'),
  members: ['name', 'type'],
  describe: (binding) => `message subscription \`${binding.name}\``,
  target: (binding) => `message subscription \`${binding.name}\``,
  rules: [{ types: ATOMIC_TYPES, elements: [...EVENTS, 'bpmn:ReceiveTask'] }],
} as const satisfies BindingKind<SubscriptionPropertyBinding>;
