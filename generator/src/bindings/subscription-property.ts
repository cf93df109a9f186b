import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the message subscription. */
export interface SubscriptionPropertyBinding<out P extends string = string> {
  readonly type: 'bpmn:Message#zeebe:subscription#property';
  readonly name: P;
}

/** What the schema allows with it. */
export type SubscriptionPropertyRule = {
  readonly binding: SubscriptionPropertyBinding;
  readonly types: AtomicType;
  readonly elements:
    | 'bpmn:StartEvent'
    | 'bpmn:IntermediateCatchEvent'
    | 'bpmn:IntermediateThrowEvent'
    | 'bpmn:BoundaryEvent'
    | 'bpmn:EndEvent'
    | 'bpmn:ReceiveTask';
};

/**
 * An attribute of the message subscription.
 *
 * @param name attribute, for example `correlationKey`
 */
export const subscriptionProperty = <const P extends string>(name: P): SubscriptionPropertyBinding<P> => ({
  type: 'bpmn:Message#zeebe:subscription#property',
  name,
});

export const subscriptionPropertyBindingKind: BindingKind<SubscriptionPropertyBinding> = {
  type: 'bpmn:Message#zeebe:subscription#property',
  members: ['name', 'type'],
  describe: (binding) => `message subscription \`${binding.name}\``,
  target: (binding) => `message subscription \`${binding.name}\``,
};
