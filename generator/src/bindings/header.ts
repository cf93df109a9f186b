import { ATOMIC_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** A task header: static text that a worker reads beside the variables. */
export interface HeaderBinding<out P extends string = string> {
  readonly type: 'zeebe:taskHeader';
  readonly key: P;
}

/**
 * A task header: static text that a worker reads beside the variables.
 *
 * @param key header name, for example `resultVariable`
 */
export function header<const P extends string>(key: P): HeaderBinding<P> {
  return { type: 'zeebe:taskHeader', key };
}

export const headerBindingKind = {
  type: 'zeebe:taskHeader',
  example: header('correlation'),
  members: ['key', 'type'],
  describe: (binding) => `header \`${binding.key}\``,
  target: (binding) => `header \`${binding.key}\``,
  rules: [{ types: ATOMIC_TYPES }],
} as const satisfies BindingKind<HeaderBinding>;
