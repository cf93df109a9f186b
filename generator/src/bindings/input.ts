import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An input mapping: a variable of the job. */
export interface InputBinding<out P extends string = string> {
  readonly type: 'zeebe:input';
  readonly name: P;
}

/**
 * An input mapping: a variable of the job.
 *
 * @param name variable path, for example `authentication.type`
 */
export function input<const P extends string>(name: P): InputBinding<P> {
  return { type: 'zeebe:input', name };
}

export const inputBindingKind = {
  type: 'zeebe:input',
  example: input('orderId'),
  members: ['name', 'type'],
  describe: (binding) => `input \`${binding.name}\``,
  target: (binding) => `input \`${binding.name}\``,
  rules: [{ types: [...ATOMIC_TYPES, 'Configuration'] }],
} as const satisfies BindingKind<InputBinding>;
