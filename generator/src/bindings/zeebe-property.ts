import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** A `zeebe:property` of the element, which inbound connectors read. */
export interface ZeebePropertyBinding<out P extends string = string> {
  readonly type: 'zeebe:property';
  readonly name: P;
}

/** What the schema allows with it. */
export type ZeebePropertyRule = {
  readonly binding: ZeebePropertyBinding;
  readonly types: AtomicType | 'Configuration';
  readonly elements: string;
};

/**
 * A `zeebe:property` of the element, which inbound connectors read.
 *
 * @param name property name
 */
export const zeebeProperty = <const P extends string>(name: P): ZeebePropertyBinding<P> => ({
  type: 'zeebe:property',
  name,
});

export const zeebePropertyBindingKind: BindingKind<ZeebePropertyBinding> = {
  type: 'zeebe:property',
  members: ['name', 'type'],
  describe: (binding) => `property \`${binding.name}\``,
  target: (binding) => `property \`${binding.name}\``,
};
