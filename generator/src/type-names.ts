/** Property types that hold one plain value: all but `Configuration`. */
export const ATOMIC_TYPES = ['String', 'Text', 'Number', 'Boolean', 'Dropdown', 'Hidden'] as const;

/** Property types that hold text. */
export const TEXT_TYPES = ['String', 'Text', 'Dropdown', 'Hidden'] as const;

/** Property types that hold one plain value: all but `Configuration`. */
export type AtomicType = (typeof ATOMIC_TYPES)[number];

/** Every property type of the schema. */
export type PropertyType = AtomicType | 'Configuration';
