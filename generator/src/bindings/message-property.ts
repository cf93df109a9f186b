import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the message that the element refers to. */
export interface MessagePropertyBinding<out P extends string = string> {
  readonly type: 'bpmn:Message#property';
  readonly name: P;
}

/** What the schema allows with it. */
export type MessagePropertyRule = {
  readonly binding: MessagePropertyBinding;
  readonly types: AtomicType;
  readonly elements:
    | 'bpmn:StartEvent'
    | 'bpmn:IntermediateCatchEvent'
    | 'bpmn:IntermediateThrowEvent'
    | 'bpmn:BoundaryEvent'
    | 'bpmn:EndEvent'
    | 'bpmn:ReceiveTask'
    | 'bpmn:SendTask';
};

/**
 * An attribute of the message that the element refers to.
 *
 * @param name attribute, for example `name`
 */
export const messageProperty = <const P extends string>(name: P): MessagePropertyBinding<P> => ({
  type: 'bpmn:Message#property',
  name,
});

export const messagePropertyBindingKind: BindingKind<MessagePropertyBinding> = {
  type: 'bpmn:Message#property',
  members: ['name', 'type'],
  describe: (binding) => `message \`${binding.name}\``,
  target: (binding) => `message \`${binding.name}\``,
};
