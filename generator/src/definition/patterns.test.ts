import { describe, expect, it } from 'vitest';
import { input, orEmpty, orSecret, string } from '../index.ts';
import { parseJobInput } from '../job-input/index.ts';

/** What the modeler does with an empty field: it tests `undefined`, which a regular expression reads as a word. */
function matches(pattern: string, value: string | undefined): boolean {
  return new RegExp(pattern).test(String(value));
}

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

describe('a job', () => {
  const definition = {
    properties: { a: string({ constraints: { pattern: orEmpty('^[0-9]+$') }, binding: input('a') }) },
  };

  it.each(['7', '', null, undefined])('may have %j in a field that may stay empty', (a) => {
    expect(parseJobInput(definition, { a }).ok).toBe(true);
  });

  it('may not have the word by which the modeler knows an empty field', () => {
    expect(parseJobInput(definition, { a: 'undefined' })).toMatchObject({
      ok: false,
      issues: [{ rule: 'pattern-mismatch', field: 'a' }],
    });
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
