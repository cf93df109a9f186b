import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

/** An input mapping: a variable of the job. */
export interface InputBinding<out P extends string = string> {
  readonly type: 'zeebe:input';
  readonly name: P;
}

/** What the schema allows with it. */
export type InputRule = {
  readonly binding: InputBinding;
  readonly types: AtomicType | 'Configuration';
  readonly elements: string;
};

/**
 * An input mapping: a variable of the job.
 *
 * @param name variable path, for example `authentication.type`
 */
export const input = <const P extends string>(name: P): InputBinding<P> => ({ type: 'zeebe:input', name });

export const inputBindingKind: BindingKind<InputBinding> = {
  type: 'zeebe:input',
  members: ['name', 'type'],
  describe: (binding) => `input \`${binding.name}\``,
  target: (binding) => `input \`${binding.name}\``,
};
