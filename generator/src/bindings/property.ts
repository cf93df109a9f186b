import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An attribute of the BPMN element itself. */
export interface PropertyBinding<out P extends string = string> {
  readonly type: 'property';
  readonly name: P;
}

/** What the schema allows with it. */
export type PropertyRule = { readonly binding: PropertyBinding; readonly types: AtomicType; readonly elements: string };

/**
 * An attribute of the BPMN element itself.
 *
 * @param name attribute, for example `name`
 */
export const property = <const P extends string>(name: P): PropertyBinding<P> => ({ type: 'property', name });

export const propertyBindingKind: BindingKind<PropertyBinding> = {
  type: 'property',
  members: ['name', 'type'],
  describe: (binding) => `attribute \`${binding.name}\``,
  target: (binding) => `attribute \`${binding.name}\``,
};
