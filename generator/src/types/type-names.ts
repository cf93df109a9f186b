/** Property types that hold one plain value: all but `Configuration`. */
export type AtomicType = 'String' | 'Text' | 'Number' | 'Boolean' | 'Dropdown' | 'Hidden';

/** Every property type of the schema. */
export type PropertyType = AtomicType | 'Configuration';
