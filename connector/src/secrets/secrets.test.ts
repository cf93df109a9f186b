import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '@eventbridge-kit/issue';
import { readPlaceholders } from './placeholder.ts';
import { missingSecretIssues, resolveSecrets, secretNamesOf, type SecretOptions } from './resolve.ts';

const store: Readonly<Record<string, string>> = {
  KEY: 'AKIA',
  'team/aws.secret-1': 'wJalr',
  LOOP: '{{secrets.KEY}}',
  DB: 'db',
  DB__PASS: 'pass',
  _AB: 'ab',
  'Ä{1}': 'odd',
};

const everywhere: SecretOptions = { lookup: (name) => store[name], mayResolve: () => true };

function resolveText(text: string, options: SecretOptions = everywhere): unknown {
  return resolveSecrets({ text }, options).variables['text'];
}

describe('secret placeholders', () => {
  it.each([
    ['{{secrets.KEY}}', 'AKIA'],
    ['{{ secrets.KEY }}', 'AKIA'],
    ['{{\n secrets.KEY\t}}', 'AKIA'],
    ['a {{secrets.KEY}} b {{secrets.KEY}}', 'a AKIA b AKIA'],
    ['{{secrets.team/aws.secret-1}}', 'wJalr'],
    ['secrets.KEY', 'AKIA'],
    ['key=secrets.KEY.', 'key=AKIA.'],
    ['{{secrets.LOOP}}', '{{secrets.KEY}}'],
    ['{{secrets.DB__PASS}}', 'pass'],
    ['{{secrets._AB}}', 'ab'],
    ['{{ secrets.Ä{1} }}', 'odd'],
    ['{{{secrets.KEY}}}', '{AKIA}'],
    ['{{secrets.DB PASS}}', '{{secrets.DB PASS}}'],
    ['{{secrets.DB', '{{secrets.DB'],
    ['{{secrets. }}', '{{secrets. }}'],
    ['{{secrets.KEY}} {{secrets.DB', 'AKIA {{secrets.DB'],
    ['secrets.DB__PASS', 'db__PASS'],
    ['{secrets.}', '{secrets.}'],
    ['{{secret.KEY}}', '{{secret.KEY}}'],
    ['camunda.secrets.KEY', 'camunda.secrets.KEY'],
    ['mysecrets.KEY', 'mysecrets.KEY'],
  ])('%j becomes %j', (text, resolved) => {
    expect(resolveText(text)).toBe(resolved);
  });

  it('are found in lists and nested objects, while keys and other values stay', () => {
    const { variables } = resolveSecrets({ 'secrets.KEY': [{ a: '{{secrets.KEY}}' }, 1, null, true] }, everywhere);
    expect(variables).toEqual({ 'secrets.KEY': [{ a: 'AKIA' }, 1, null, true] });
  });

  it('resolve only at the paths that may carry them', () => {
    const paths: string[] = [];
    const { variables, used } = resolveSecrets(
      { authentication: { accessKey: '{{secrets.KEY}}' }, input: { detail: ['{{secrets.KEY}}'] } },
      {
        ...everywhere,
        mayResolve: (path) => {
          paths.push(path.join('.'));
          return path[0] === 'authentication';
        },
      },
    );
    expect(variables).toEqual({ authentication: { accessKey: 'AKIA' }, input: { detail: ['{{secrets.KEY}}'] } });
    expect(used).toEqual(['AKIA']);
    expect(paths.toSorted()).toEqual(['authentication.accessKey', 'input.detail.0']);
  });

  it('stay literal when a process variable smuggled in a name that the mappings do not write', () => {
    const allowedNames = secretNamesOf([
      { target: 'a', source: '{{secrets.KEY}}' },
      { target: 'b', source: '="x"' },
    ]);
    expect([...allowedNames]).toEqual(['KEY']);
    expect(resolveText('{{secrets.KEY}} {{secrets.LOOP}}', { ...everywhere, allowedNames })).toBe(
      'AKIA {{secrets.LOOP}}',
    );
  });

  it('are looked up once for each name', () => {
    let calls = 0;
    resolveText('{{secrets.KEY}} {{secrets.KEY}}', { ...everywhere, lookup: () => String(calls++) });
    expect(calls).toBe(1);
  });

  it('that are missing stay in the text and are named with their field, once', () => {
    const { variables, missing, used } = resolveSecrets({ a: { b: '{{secrets.NONE}}{{secrets.NONE}}' } }, everywhere);
    expect(variables).toEqual({ a: { b: '{{secrets.NONE}}{{secrets.NONE}}' } });
    expect(missing).toEqual([{ name: 'NONE', field: 'a.b' }]);
    expect(used).toEqual([]);
    expect(missingSecretIssues(missing)).toMatchObject([{ rule: 'secret-missing', field: 'a.b', severity: 'error' }]);
    expect(missingSecretIssues(missing)[0]?.message).toContain('{{secrets.NONE}}');
  });

  it('of an own key __proto__ reach no prototype', () => {
    const { variables } = resolveSecrets(
      JSON.parse('{"__proto__":{"polluted":"{{secrets.KEY}}"}}') as JsonObject,
      everywhere,
    );
    expect(JSON.stringify(variables)).toBe('{"__proto__":{"polluted":"AKIA"}}');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['an unclosed placeholder', '{{secrets.' + 'a'.repeat(200_000)],
    ['a name of separators', '{{secrets.' + 'a.'.repeat(100_000) + '!'],
    ['spaces after the braces', '{{' + ' '.repeat(200_000) + 'x'],
    ['many openings', '{{secrets.a'.repeat(50_000)],
    ['many openings before many blanks', '{{secrets.a'.repeat(20_000) + ' '.repeat(200_000)],
    ['many openings before one closing far away', '{{secrets.a'.repeat(20_000) + ' '.repeat(200_000) + 'x}}'],
    ['braces and many blanks, again and again', ('{{' + ' '.repeat(1_000)).repeat(2_000) + 'secrets.'],
  ])('of many characters with %s take linear time', (_name, text) => {
    expect(() => resolveText(text, { ...everywhere, lookup: () => 'x' })).not.toThrow();
  });

  it('are read as the pattern of the runtime reads them, in braces', () => {
    // The pattern as Camunda's runtime has it, which takes time with the square of some texts.
    const pattern = /\{\{\s*secrets\.(\S+?)\s*\}\}/g;
    const parts = fc.constantFrom('{{', '{', '}}', '}', 'secrets.', ' ', '\n', 'a', '_', 'B1', '.');
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 14 }), (some) => {
        const text = some.join('');
        const braced = readPlaceholders(text).filter(({ form }) => form === 'braces');
        const expected = [...text.matchAll(pattern)].map((match) => [match[1], match.index]);
        expect(braced.map(({ name, from }) => [name, from])).toEqual(expected);
      }),
      { numRuns: 5_000 },
    );
  });

  it('leave any other text as it is', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(resolveText(text)).toBe(text);
      }),
    );
  });
});
