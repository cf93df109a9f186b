import type { BindingKind } from './binding-kind.ts';
import { BINDING_KINDS, type Binding } from './index.ts';

/** The kind of a binding. */
export function bindingKind(binding: Binding): BindingKind<Binding> {
  // The registry's type ties each kind to its own binding; the lookup by the binding's own name keeps them together.
  return BINDING_KINDS[binding.type] as unknown as BindingKind<Binding>;
}
