import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An output mapping: its target variable is the property's value. */
export interface OutputBinding<out P extends string = string> {
  readonly type: 'zeebe:output';
  readonly source: P;
}

/**
 * An output mapping: its target variable is the property's value.
 *
 * @param source FEEL expression that gives the value, for example `= response`
 */
export function output<const P extends string>(source: P): OutputBinding<P> {
  return { type: 'zeebe:output', source };
}

export const outputBindingKind = {
  type: 'zeebe:output',
  example: output('= result'),
  members: ['source', 'type'],
  describe: (binding) => `output of \`${binding.source}\``,
  target: (binding) => `output of \`${binding.source}\``,
  rules: [{ types: ATOMIC_TYPES }],
} as const satisfies BindingKind<OutputBinding>;
