import fc from 'fast-check';
import { RE2JS } from 're2js';
import { describe, expect, it } from 'vitest';
import { stillWorld } from '../../test/world.ts';
import { evaluate } from '../index.ts';
import { readPattern } from './pattern.ts';

function run(call: string, input: string, pattern: string, ...rest: string[]) {
  return evaluate(`${call}(a, b${rest.map((_arg, index) => `, c${index}`).join('')})`, {
    variables: { a: input, b: pattern, ...Object.fromEntries(rest.map((arg, index) => [`c${index}`, arg])) },
    world: stillWorld,
  });
}

describe('a pattern of java.util.regex', () => {
  // What feel-engine 1.19.3 answers.
  it.each<[call: string, input: string, pattern: string, value: unknown]>([
    ['matches', 'ABC', '(?i)abc', true],
    ['matches', 'a\u00a0b', String.raw`a\hb`, true],
    ['matches', 'a\r\nb', String.raw`^a\Rb$`, true],
    ['matches', 'a\u0085', 'a.', false],
    ['matches', 'a\r', 'a.', false],
    ['matches', 'a\n', 'a$', true],
    ['matches', 'a\n', String.raw`a\z`, false],
    ['matches', 'Grüße', String.raw`^\p{L}+$`, true],
    ['matches', 'ü', String.raw`\p{Alpha}`, false],
    ['matches', 'a\u000bb', String.raw`a\sb`, true],
    ['matches', 'a.b', String.raw`^\Qa.b\E$`, true],
    ['matches', 'A', String.raw`\x41\u0041?\0101?`, true],
    ['matches', '😀', '^.$', true],
    ['extract', 'a1b22', String.raw`\d+`, ['1', '22']],
    ['extract', 'ab', '', ['', '', '']],
    ['extract', 'aab', 'a*', ['aa', '', '']],
    ['split', 'a,b;c', '[,;]', ['a', 'b', 'c']],
    ['split', 'abc', '', ['a', 'b', 'c', '']],
    ['split', ',a,', ',', ['', 'a', '']],
    ['split', '', ',', ['']],
  ])('%s(%j, %j)', (call, input, pattern, value) => {
    expect(run(call, input, pattern)).toMatchObject({ status: 'ok', value });
  });

  it.each<[input: string, pattern: string, replacement: string, value: unknown]>([
    ['ab', '(a)(b)', '$2$1', 'ba'],
    ['ab', '(?<first>a)', '${first}${first}', 'aab'],
    ['a', '(a)', '$12', 'a2'],
    ['a', '(a)|(b)', '[$2]', '[]'],
    ['a', 'a', String.raw`\$1`, '$1'],
    ['a', 'a', '$1', null],
    ['a', 'a', '$', null],
    ['a', 'a', '\\', null],
  ])('replace(%j, %j, %j)', (input, pattern, replacement, value) => {
    expect(run('replace', input, pattern, replacement)).toMatchObject({ status: 'ok', value });
  });

  it.each(['(', 'a)', '[', '[z-a]', '*', 'a{', 'a{,3}', 'a{3,2}', '\\', String.raw`\y`, '(?<1a>x)', '(?z)'])(
    '%s is none, as in Java: null',
    (pattern) => {
      expect(readPattern(pattern, '', RE2JS)).toEqual({ status: 'invalid' });
      expect(run('matches', 'a', pattern)).toMatchObject({ status: 'ok', value: null });
    },
  );

  it.each([
    ['a(?=b)', 'a look-around ((?=...))'],
    ['(?<!a)b', 'a look-around ((?<!...))'],
    ['(?>a)', 'an atomic group ((?>...))'],
    [String.raw`(a)\1`, String.raw`a back-reference (\1)`],
    [String.raw`(?<n>a)\k<n>`, String.raw`a back-reference (\k<n>)`],
    ['a++', 'a possessive repetition (++)'],
    ['[a-z&&[^b]]', 'an intersection of classes ([a&&[b]])'],
    ['[^a[b]]', 'a class within a negated one ([^a[b]])'],
    ['[a[^b]]', 'a class within a negated one ([^a[b]])'],
    ['a*{2}', 'two repetitions in a row (a{2}{3})'],
    ['a{1001}', 'so many repetitions ({1001})'],
    [String.raw`\p{IsAlphabetic}`, String.raw`a class of characters (\p{IsAlphabetic})`],
    ['(?iu)a', 'a flag ((?u))'],
    ['(?i)[é]', 'a letter beyond ASCII in any case ((?i))'],
  ])('%s is not run here, and named', (pattern, construct) => {
    expect(readPattern(pattern, '', RE2JS)).toEqual({ status: 'unknown', construct });
    expect(run('matches', 'a', pattern)).toMatchObject({
      status: 'unknown',
      message: expect.stringContaining(construct) as string,
    });
  });

  it.each([
    ['matches', 'a\n', '(a$)b?'],
    ['extract', 'a\n', 'a$'],
    ['matches', 'a\rb', '(?m)^b'],
    ['matches', '\u212a', '(?i)k'],
  ])('is unknown where re2 and Java see a text in two ways: %s(%j, %j)', (call, input, pattern) => {
    expect(run(call, input, pattern)).toMatchObject({ status: 'unknown' });
  });

  it('gives what a backtracking engine gives, for what all of them know', () => {
    const atom = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      String.raw`\d`,
      String.raw`\w`,
      '^',
      '(a)',
      '(?:b|a)',
      'x',
    );
    const part = fc
      .tuple(atom, fc.constantFrom('', '', '*?', '+', '?', '{1,2}'))
      .map(([one, count]) => (one === '^' ? one : one + count));
    const pattern = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    const input = fc.stringMatching(/^[abx1 ]{0,8}$/);
    fc.assert(
      fc.property(pattern, input, (regex, text) => {
        expect(run('matches', text, regex)).toMatchObject({ status: 'ok', value: new RegExp(regex, 'u').test(text) });
        const all = Array.from(text.matchAll(new RegExp(regex, 'gu')), ([match]) => match);
        expect(run('extract', text, regex)).toMatchObject({ status: 'ok', value: all });
      }),
    );
  });
});
