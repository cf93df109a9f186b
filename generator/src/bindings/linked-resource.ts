import { ATOMIC_TYPES, TEXT_TYPES } from '../type-names.ts';
import type { BindingKind } from './binding-kind.ts';

type LinkedResourceMember = 'resourceId' | 'resourceType' | 'bindingType' | 'versionTag';

/** A resource deployed beside the process, which the worker of the element reads. */
export interface LinkedResourceBinding<out P extends LinkedResourceMember = LinkedResourceMember> {
  readonly type: 'zeebe:linkedResource';
  /** Name under which the worker finds the resource. */
  readonly linkName: string;
  readonly property: P;
}

/**
 * A resource deployed beside the process, which the worker of the element reads.
 *
 * @param linkName name under which the worker finds the resource
 * @param property which of its attributes the property sets
 */
export function linkedResource<const P extends LinkedResourceMember>(
  linkName: string,
  property: P,
): LinkedResourceBinding<P> {
  return { type: 'zeebe:linkedResource', linkName, property };
}

export const linkedResourceBindingKind = {
  type: 'zeebe:linkedResource',
  example: linkedResource('script', 'resourceId'),
  members: ['linkName', 'property', 'type'],
  describe: (binding) => `linked resource \`${binding.linkName}\`, \`${binding.property}\``,
  target: (binding) => `linked resource \`${binding.linkName}\`, \`${binding.property}\``,
  rules: [
    { when: ['resourceId', 'resourceType'], types: ATOMIC_TYPES },
    { when: ['bindingType'], types: ['Hidden', 'Dropdown'] },
    { when: ['versionTag'], types: TEXT_TYPES },
  ],
} as const satisfies BindingKind<LinkedResourceBinding>;
