import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the BPMN element itself. */
export interface PropertyBinding<out P extends string = string> {
  readonly type: 'property';
  readonly name: P;
}

/**
 * An attribute of the BPMN element itself.
 *
 * @param name attribute, for example `name`
 */
export function property<const P extends string>(name: P): PropertyBinding<P> {
  return { type: 'property', name };
}

export const propertyBindingKind = {
  type: 'property',
  example: property('name'),
  members: ['name', 'type'],
  describe: (binding) => `attribute \`${binding.name}\``,
  target: (binding) => `attribute \`${binding.name}\``,
  rules: [{ types: ATOMIC_TYPES }],
} as const satisfies BindingKind<PropertyBinding>;
