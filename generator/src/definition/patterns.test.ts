import { describe, expect, it } from 'vitest';
import { orEmpty, orSecret } from '../index.ts';

/** What the modeler does with an empty field: it tests `undefined`, which a regular expression reads as a word. */
const matches = (pattern: string, value: string | undefined): boolean => new RegExp(pattern).test(String(value));

describe('orEmpty', () => {
  it.each(['', undefined])('lets an empty field through: %j', (value) => {
    expect(matches('^[0-9]+$', value)).toBe(false);
    expect(matches(orEmpty('^[0-9]+$'), value)).toBe(true);
  });

  it('leaves the rest to the pattern', () => {
    expect(matches(orEmpty('^a$|^b$'), 'b')).toBe(true);
    expect(matches(orEmpty('^a$|^b$'), 'c')).toBe(false);
  });
});

describe('orSecret', () => {
  it.each(['{{secrets.REGION}}', '{{ secrets.aws/region }}', 'https://{{secrets.HOST}}/'])(
    'lets %s through',
    (value) => {
      expect(matches(orSecret('^a$|^b$'), value)).toBe(true);
    },
  );

  it.each(['secrets.REGION', '{{region}}', '{{secrets.}}', 'c'])('leaves %s to the pattern', (value) => {
    expect(matches(orSecret('^a$|^b$'), value)).toBe(false);
  });
});
