import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** A `zeebe:property` of the element, which inbound connectors read. */
export interface ZeebePropertyBinding<out P extends string = string> {
  readonly type: 'zeebe:property';
  readonly name: P;
}

/**
 * A `zeebe:property` of the element, which inbound connectors read.
 *
 * @param name property name
 */
export function zeebeProperty<const P extends string>(name: P): ZeebePropertyBinding<P> {
  return {
    type: 'zeebe:property',
    name,
  };
}

export const zeebePropertyBindingKind = {
  type: 'zeebe:property',
  example: zeebeProperty('id'),
  members: ['name', 'type'],
  describe: (binding) => `property \`${binding.name}\``,
  target: (binding) => `property \`${binding.name}\``,
  rules: [{ types: [...ATOMIC_TYPES, 'Configuration'] }],
} as const satisfies BindingKind<ZeebePropertyBinding>;
