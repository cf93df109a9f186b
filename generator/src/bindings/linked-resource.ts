import type { AtomicType } from '../types/type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type LinkedResourceMember = 'resourceId' | 'resourceType' | 'bindingType' | 'versionTag';

/** A resource deployed beside the process, which the worker of the element reads. */
export interface LinkedResourceBinding<out P extends LinkedResourceMember = LinkedResourceMember> {
  readonly type: 'zeebe:linkedResource';
  /** Name under which the worker finds the resource. */
  readonly linkName: string;
  readonly property: P;
}

/** What the schema allows with it. */
export type LinkedResourceRule =
  | {
      readonly binding: LinkedResourceBinding<'resourceId' | 'resourceType'>;
      readonly types: AtomicType;
      readonly elements: string;
    }
  | {
      readonly binding: LinkedResourceBinding<'bindingType'>;
      readonly types: 'Hidden' | 'Dropdown';
      readonly elements: string;
    }
  | {
      readonly binding: LinkedResourceBinding<'versionTag'>;
      readonly types: 'Hidden' | 'Dropdown' | 'String' | 'Text';
      readonly elements: string;
    };

/**
 * A resource deployed beside the process, which the worker of the element reads.
 *
 * @param linkName name under which the worker finds the resource
 * @param property which of its attributes the property sets
 */
export const linkedResource = <const P extends LinkedResourceMember>(
  linkName: string,
  property: P,
): LinkedResourceBinding<P> => ({ type: 'zeebe:linkedResource', linkName, property });

export const linkedResourceBindingKind: BindingKind<LinkedResourceBinding> = {
  type: 'zeebe:linkedResource',
  members: ['linkName', 'property', 'type'],
  describe: (binding) => `linked resource \`${binding.linkName}\`, \`${binding.property}\``,
  target: (binding) => `linked resource \`${binding.linkName}\`, \`${binding.property}\``,
};
