import fc from 'fast-check';

/** Texts of every kind of UTF-16 unit: one to four bytes in UTF-8, pairs, and surrogates on their own. */
const unit = fc.oneof(fc.constantFrom(0x61, 0xe9, 0x20ac, 0xd83d, 0xde00, 0xd800, 0xdc00), fc.nat({ max: 0xffff }));

export const anyText = fc.array(unit, { maxLength: 12 }).map((units) => String.fromCharCode(...units));
