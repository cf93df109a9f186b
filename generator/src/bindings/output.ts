import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An output mapping: its target variable is the property's value. */
export interface OutputBinding<out P extends string = string> {
  readonly type: 'zeebe:output';
  readonly source: P;
}

/** What the schema allows with it. */
export type OutputRule = { readonly binding: OutputBinding; readonly types: AtomicType; readonly elements: string };

/**
 * An output mapping: its target variable is the property's value.
 *
 * @param source FEEL expression that gives the value, for example `= response`
 */
export const output = <const P extends string>(source: P): OutputBinding<P> => ({ type: 'zeebe:output', source });

export const outputBindingKind: BindingKind<OutputBinding> = {
  type: 'zeebe:output',
  members: ['source', 'type'],
  describe: (binding) => `output of \`${binding.source}\``,
  target: (binding) => `output of \`${binding.source}\``,
};
