import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMask, maskIssue } from './mask.ts';

const SECRET = 'wJalr"XUt/nF+EMI\\K7 é';
const mask = createMask([SECRET, 'AKIAEXAMPLE', 'AKIAEXAMPLE-LONG', 'ab']);

describe('a mask', () => {
  it.each([
    ['as it is', SECRET],
    ['escaped for JSON', JSON.stringify(SECRET).slice(1, -1)],
    ['escaped for JSON within JSON', JSON.stringify(JSON.stringify({ SECRET }))],
    ['encoded for a URL', encodeURIComponent(SECRET)],
    ['encoded as a form', new URLSearchParams({ key: SECRET }).toString()],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 for URLs', Buffer.from(SECRET).toString('base64url')],
    ['in the middle of base64, one byte off', Buffer.from(`u${SECRET}xyz`).toString('base64')],
    ['in the middle of base64, two bytes off', Buffer.from(`u:${SECRET}xyz`).toString('base64')],
  ])('hides a secret %s', (_form, text) => {
    const masked = mask.text(`before ${text} after`);
    expect(masked).toContain('***');
    expect(masked).not.toContain(text);
    expect(masked).toMatch(/^before /);
    expect(masked).toMatch(/ after$/);
  });

  it('hides every occurrence, the longest secret first', () => {
    expect(mask.text('AKIAEXAMPLE and AKIAEXAMPLE-LONG')).toBe('*** and ***');
  });

  it('hides occurrences that overlap as a whole', () => {
    expect(createMask(['abcdef', 'defghi']).text('xabcdefghix')).toBe('x***x');
    expect(createMask(['aaaa']).text('baaaaaab')).toBe('b***b');
  });

  it('hides a value of fewer than four characters only where it is the whole text', () => {
    expect(mask.text('ab')).toBe('***');
    expect(mask.text('about')).toBe('about');
  });

  it('hides secrets in keys, in nested values and in numbers that spell one', () => {
    const pin = createMask(['123456']);
    expect(pin.json({ 'key-123456': [{ pin: 123456, other: 12 }, 'is 123456', null, true] })).toEqual({
      'key-***': [{ pin: '***', other: 12 }, 'is ***', null, true],
    });
  });

  it.each([
    ['in a quoted value', (part: string) => `found ${JSON.stringify(part)}... Write`],
    ['with an ellipsis', (part: string) => `found ${part}… Write`],
    ['in quotes', (part: string) => `found "${part}..."`],
  ])('hides the start of a secret where a text was cut %s', (_name, cut) => {
    for (let length = 4; length < SECRET.length; length++) {
      const masked = mask.text(cut(`x ${SECRET.slice(0, length)}`));
      expect(masked).toContain('x ***');
      expect(masked).not.toContain(SECRET.slice(0, 4));
    }
  });

  it('leaves the start of a secret where the text goes on, or says nothing of a cut', () => {
    expect(mask.text('AKIAEXA is short')).toBe('AKIAEXA is short');
    expect(mask.text('AKIAEXA is... short')).toBe('AKIAEXA is... short');
  });

  it('leaves everything as it is without secrets', () => {
    const nothing = createMask(['']);
    expect(nothing.text('text')).toBe('text');
    expect(nothing.json({ a: [1] })).toEqual({ a: [1] });
  });

  it('lets no secret through, whatever the secrets and the text are', () => {
    const secret = fc.string({ minLength: 4, maxLength: 12, unit: fc.constantFrom('a', 'b', 'c', '"', '/', 'é') });
    fc.assert(
      fc.property(fc.array(secret, { maxLength: 4 }), fc.array(fc.string(), { maxLength: 6 }), (secrets, parts) => {
        const text = parts
          .flatMap((part, index) => [part, secrets[index % Math.max(1, secrets.length)] ?? ''])
          .join('');
        const masked = createMask(secrets).text(text);
        for (const value of secrets) expect(masked).not.toContain(value);
      }),
    );
  });

  it('masks a value nested 20,000 levels deep', () => {
    const deep = JSON.parse(`${'['.repeat(20_000)}"AKIAEXAMPLE"${']'.repeat(20_000)}`) as never;
    expect(() => mask.json(deep)).not.toThrow();
  });
});

it('an issue tells no secret in field, message or fix', () => {
  const secret = 'wJalrXUtnFEMI';
  const issue = {
    rule: 'a',
    severity: 'error',
    field: `input.detail.${secret}`,
    message: `found "${secret} "`,
    fix: { title: `Replace with ${secret}`, value: secret },
  } as const;
  expect(maskIssue(issue, createMask([secret]))).toEqual({
    rule: 'a',
    severity: 'error',
    field: 'input.detail.***',
    message: 'found "*** "',
    fix: { title: 'Replace with ***', value: '***' },
  });
});
