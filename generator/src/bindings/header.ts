import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** A task header: static text that a worker reads beside the variables. */
export interface HeaderBinding<out P extends string = string> {
  readonly type: 'zeebe:taskHeader';
  readonly key: P;
}

/** What the schema allows with it. */
export type HeaderRule = { readonly binding: HeaderBinding; readonly types: AtomicType; readonly elements: string };

/**
 * A task header: static text that a worker reads beside the variables.
 *
 * @param key header name, for example `resultVariable`
 */
export const header = <const P extends string>(key: P): HeaderBinding<P> => ({ type: 'zeebe:taskHeader', key });

export const headerBindingKind: BindingKind<HeaderBinding> = {
  type: 'zeebe:taskHeader',
  members: ['key', 'type'],
  describe: (binding) => `header \`${binding.key}\``,
  target: (binding) => `header \`${binding.key}\``,
};
